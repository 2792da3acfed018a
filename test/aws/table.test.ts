import { dynamoTable } from '../../shared/aws/dynamo-table.ts';
import { tableContract } from '../contract/table.ts';
import { makeTable, rememberTokens } from './support/a-table.ts';
import { clients } from './support/clients.ts';

/**
 * The same promises, limits and random commands as for the table on one machine (R5). The emulator does not show: that
 * an index lags (it answers at once), that transactions meet (it takes one at a time), that DynamoDB remembers a token
 * (the support does it for the emulator), pages of 1 MB cut by anything but size, and the order of equal index keys.
 */
tableContract('DynamoDB', {
  async make() {
    const client = rememberTokens(clients.dynamo());
    return dynamoTable(client, await makeTable(client));
  },
  commands: 2500,
});
