import { CfnOutput, Duration, Stack, type StackProps } from 'aws-cdk-lib';
import { Table } from 'aws-cdk-lib/aws-dynamodb';
import { PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { type CfnBucket, HttpMethods, ObjectLockRetention } from 'aws-cdk-lib/aws-s3';
import type { Construct } from 'constructs';
import { stagedPrefix } from '../../shared/stores/sealed-store.ts';
import type { Cell } from './cell.ts';
import { CellBucket, LogBucket } from './constructs/cell-bucket.ts';
import { CellKey } from './constructs/cell-key.ts';
import { CellTable } from './constructs/cell-table.ts';
import { ScanGate } from './constructs/scan-gate.ts';
import type { Stores } from './stores.ts';

/** How the files of mail that comes in begin, in the bucket for what comes in: each is its mail's id. */
export const mailPrefix = 'in-';
/** The name by which the mail service's right to lay it there is bound to our own rules. */
export const receiptRuleSet = (cell: Cell): string => `utfort-${cell.name}`;

/** What a municipality has: kept when everything else is torn down. */
export class DataStack extends Stack {
  readonly stores: Stores;
  readonly logs: LogBucket;

  constructor(scope: Construct, id: string, { cell, ...props }: StackProps & { cell: Cell }) {
    super(scope, id, { ...props, terminationProtection: true });

    const dataKey = new CellKey(this, 'DataKey', { kind: 'wrapping', description: 'Utfört: table and files at rest' });
    const identityKey = new CellKey(this, 'IdentityKey', {
      kind: 'wrapping',
      description: 'Utfört: wraps one key a customer',
    });
    const hmacKey = new CellKey(this, 'HmacKey', {
      kind: 'hashing',
      description: 'Utfört: the blind index of identities',
    });
    const signingKeys = Array.from({ length: cell.signingKey }, (_, index) => {
      const description = 'Utfört: seals signed records';
      return new CellKey(this, `SigningKey${index === 0 ? '' : index + 1}`, { kind: 'sealing', description });
    });

    const made = new CellTable(this, 'Table', { encryptionKey: dataKey });
    const table = cell.restoredTable
      ? Table.fromTableAttributes(this, 'RestoredTable', {
          tableName: cell.restoredTable.name,
          tableStreamArn: cell.restoredTable.stream,
          encryptionKey: dataKey,
          grantIndexPermissions: true,
        })
      : made;

    // Given out whether or not they are used, so that changing to another does not wait for itself.
    for (const value of [
      made.tableName,
      made.tableArn,
      made.tableStreamArn,
      ...signingKeys.map(({ keyArn }) => keyArn),
    ])
      if (value !== undefined) this.exportValue(value);

    this.logs = new LogBucket(this, 'Logs');
    const files = { key: dataKey, logs: this.logs };
    const incoming = new CellBucket(this, 'Incoming', {
      ...files,
      lifecycleRules: [{ expiration: Duration.days(30), abortIncompleteMultipartUploadAfter: Duration.days(1) }],
      cors: [
        {
          allowedMethods: [HttpMethods.POST],
          allowedOrigins: [`https://${cell.portal}`],
          allowedHeaders: ['*'],
          maxAge: 3600,
        },
      ],
    });
    // Said in the template itself: a notification made by a custom resource would be one more function to guard.
    (incoming.node.defaultChild as CfnBucket).notificationConfiguration = {
      eventBridgeConfiguration: { eventBridgeEnabled: true },
    };
    new ScanGate(this, 'ScanGate', { bucket: incoming, key: dataKey });
    this.#letMailIn(incoming, dataKey, cell);

    // Locked case by case, when a case closes; until then a file can be taken away again.
    const documents = new CellBucket(this, 'Documents', {
      ...files,
      versioned: true,
      objectLockEnabled: true,
      // A scanned page is drawn beside what is keyed of it, from an address that opens that file alone.
      cors: [{ allowedMethods: [HttpMethods.GET], allowedOrigins: [`https://${cell.portal}`], maxAge: 3600 }],
      lifecycleRules: [
        { noncurrentVersionExpiration: Duration.days(30), abortIncompleteMultipartUploadAfter: Duration.days(1) },
        // A large record's file while its act is committed; what is left belongs to no act, or lies among the records.
        { prefix: stagedPrefix, expiration: Duration.days(365) },
      ],
    });
    // Pseudonymous, and therefore allowed to be beyond anybody's reach.
    const records = new CellBucket(this, 'Records', {
      ...files,
      versioned: true,
      objectLockEnabled: true,
      objectLockDefaultRetention: ObjectLockRetention.compliance(Duration.days(cell.recordsDays)),
      lifecycleRules: [{ abortIncompleteMultipartUploadAfter: Duration.days(1) }],
    });

    const signingKey = signingKeys.at(-1);
    if (!signingKey) throw new Error('a cell has a signing key');
    this.stores = { table, incoming, documents, records, dataKey, signingKey, identityKey, hmacKey };
    new CfnOutput(this, 'TableName', { value: table.tableName });
    new CfnOutput(this, 'RecordsBucket', {
      value: records.bucketName,
      description: 'Signed records and the history of public keys',
    });
    new CfnOutput(this, 'SigningKeyArn', { value: signingKey.keyArn });
  }

  #letMailIn(incoming: CellBucket, key: CellKey, cell: Cell): void {
    const ses = new ServicePrincipal('ses.amazonaws.com');
    const ours = {
      StringEquals: { 'aws:SourceAccount': this.account },
      ArnLike: {
        'aws:SourceArn': `arn:${this.partition}:ses:${this.region}:${this.account}:receipt-rule-set/${receiptRuleSet(cell)}:receipt-rule/*`,
      },
    };
    incoming.addToResourcePolicy(
      new PolicyStatement({
        sid: 'MailComesIn',
        principals: [ses],
        actions: ['s3:PutObject'],
        resources: [incoming.arnForObjects(`${mailPrefix}*`)],
        conditions: ours,
      }),
    );
    key.addToResourcePolicy(
      new PolicyStatement({
        sid: 'MailComesIn',
        principals: [ses],
        // To lay it, and to seal what it tells of it.
        actions: ['kms:GenerateDataKey', 'kms:Decrypt'],
        resources: ['*'],
        conditions: { StringEquals: { 'aws:SourceAccount': this.account } },
      }),
    );
  }
}
