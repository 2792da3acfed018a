import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import type { IBucket } from 'aws-cdk-lib/aws-s3';
import type { Partition, Reach } from '../../functions/way-in.ts';
import { keyHistoryFile } from '../../shared/aws/key-history.ts';
import { tableShape } from '../../shared/aws/table-shape.ts';
import type { Bucket } from '../../shared/ports/documents.ts';
import { answerFile } from '../../shared/stores/answer-store.ts';
import type { Stores } from './stores.ts';

/**
 * Only items of these partitions. "For all values" is also true of no value, so that there is one is asked for too: a
 * request that names no partition key is refused, not waved through.
 */
const within = (partitions: readonly Partition[]) => ({
  'ForAllValues:StringLike': {
    'dynamodb:LeadingKeys': partitions.map((partition) => (partition.endsWith('#') ? `${partition}*` : partition)),
  },
  Null: { 'dynamodb:LeadingKeys': 'false' },
});

function tableStatements({ reads, writes, deletes = [] }: Reach, { table }: Stores): PolicyStatement[] {
  const indexes = tableShape.indexes.map((index) => `${table.tableArn}/index/${tableShape.nameOfIndex(index)}`);
  const some = (partitions: readonly Partition[], actions: string[], resources: string[]) =>
    partitions.length === 0 ? [] : [new PolicyStatement({ actions, resources, conditions: within(partitions) })];
  return [
    ...some(reads, ['dynamodb:GetItem', 'dynamodb:BatchGetItem'], [table.tableArn]),
    ...some(reads, ['dynamodb:Query'], [table.tableArn, ...indexes]),
    ...some(writes, ['dynamodb:PutItem', 'dynamodb:ConditionCheckItem'], [table.tableArn]),
    ...some(deletes, ['dynamodb:DeleteItem'], [table.tableArn]),
  ];
}

function fileStatements({ files, signing = [] }: Reach, stores: Stores): PolicyStatement[] {
  const reads: readonly Bucket[] = [...(files?.reads ?? []), ...(signing.length > 0 ? (['records'] as const) : [])];
  const some = (action: string, buckets: readonly Bucket[], arnOf: (bucket: IBucket) => string) => {
    const resources = [...new Set(buckets)].map((bucket) => arnOf(stores[bucket]));
    return resources.length === 0 ? [] : [new PolicyStatement({ actions: [action], resources })];
  };
  const everyFile = (bucket: IBucket) => bucket.arnForObjects('*');
  const cameIn = reads.filter((bucket) => bucket === 'incoming');
  return [
    ...some('s3:GetObject', reads, everyFile),
    // Whether it has been found clean.
    ...some('s3:GetObjectTagging', cameIn, everyFile),
    // Without it a file that is not there answers as one that is forbidden. Names are ids and say nothing.
    ...some('s3:ListBucket', reads, (bucket) => bucket.bucketArn),
    ...some('s3:PutObject', files?.writes ?? [], everyFile),
    // Who seals tells of the key; the record itself is laid there by another, when its act is committed.
    ...some('s3:PutObject', signing.includes('seal') ? ['records'] : [], (bucket) =>
      bucket.arnForObjects(keyHistoryFile),
    ),
  ];
}

/** Whether it keeps first answers: a large one is a file, which is put once and read for every one who asks again. */
export const keepsAnswers = ({ writes }: Reach): boolean => writes.includes('ANSWER#');

const answerStatements = (reach: Reach, { documents }: Stores): PolicyStatement[] => {
  const resources = [documents.arnForObjects(`${answerFile}-*`)];
  return keepsAnswers(reach) ? [new PolicyStatement({ actions: ['s3:GetObject', 's3:PutObject'], resources })] : [];
};

const onKey = (key: IKey, ...actions: string[]) => new PolicyStatement({ actions, resources: [key.keyArn] });

function keyStatements(reach: Reach, stores: Stores): PolicyStatement[] {
  const { reads, writes, files, identity = [], signing = [] } = reach;
  const usesTable = reads.length + writes.length > 0;
  const putsFiles = files?.writes !== undefined || keepsAnswers(reach);
  const usesFiles = files !== undefined || putsFiles || signing.length > 0;
  const via = [...(usesTable ? ['dynamodb'] : []), ...(usesFiles ? ['s3'] : [])];
  const throughStorage = new PolicyStatement({
    actions: ['kms:Decrypt', ...(putsFiles || signing.includes('seal') ? ['kms:GenerateDataKey'] : [])],
    resources: [stores.dataKey.keyArn],
    conditions: {
      StringEquals: {
        'kms:ViaService': via.map((service) => `${service}.${stores.dataKey.stack.region}.amazonaws.com`),
      },
    },
  });
  const verbs = new Set(identity);
  return [
    ...(via.length > 0 ? [throughStorage] : []),
    ...(verbs.has('seal') ? [onKey(stores.identityKey, 'kms:GenerateDataKey')] : []),
    ...(verbs.has('open') ? [onKey(stores.identityKey, 'kms:Decrypt')] : []),
    ...(verbs.has('seal') || verbs.has('recognise') ? [onKey(stores.hmacKey, 'kms:GenerateMac')] : []),
    ...(signing.includes('seal') ? [onKey(stores.signingKey, 'kms:Sign', 'kms:GetPublicKey')] : []),
  ];
}

/** A line of `reach` as IAM says it. Sending mail is granted where the sender's identity is made. */
export const statementsOf = (reach: Reach, stores: Stores): readonly PolicyStatement[] => [
  ...tableStatements(reach, stores),
  ...fileStatements(reach, stores),
  ...answerStatements(reach, stores),
  ...keyStatements(reach, stores),
];
