import { attributesOf } from '../../shared/aws/dynamo-items.ts';
import { sqliteTable } from '../../shared/embedded/sqlite-table.ts';
import { membershipStore } from '../../shared/stores/membership-store.ts';

/**
 * Somebody must be the first to be let in. Prints the membership as DynamoDB takes it, made by the same store that
 * reads it: `npm run -s first-administrator -- A1 > item.json`, and DEPLOY.md says what to do with it.
 */
const [userId] = process.argv.slice(2);
if (!userId) {
  console.error('npm run -s first-administrator -- <the user name in the sign-in>');
  process.exit(2);
}
const change = membershipStore(sqliteTable(':memory:')).save({ userId, role: 'administrator' }, undefined);
if (change.kind !== 'put') throw new Error('a membership is put');
console.log(JSON.stringify(attributesOf(change.item, 1, JSON.stringify(change.item.data)), undefined, 2));
