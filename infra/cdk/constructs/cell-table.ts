import { RemovalPolicy } from 'aws-cdk-lib';
import {
  AttributeType,
  BillingMode,
  ProjectionType,
  StreamViewType,
  Table,
  TableEncryption,
} from 'aws-cdk-lib/aws-dynamodb';
import { AnyPrincipal, Effect, PolicyStatement } from 'aws-cdk-lib/aws-iam';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import type { Construct } from 'constructs';
import { writtenOnce } from '../../../functions/way-in.ts';
import { tableShape } from '../../../shared/aws/table-shape.ts';

const text = (name: string) => ({ name, type: AttributeType.STRING });

/**
 * The one table. Its stream carries keys only: it is a doorbell, and nothing personal stands in a key. What IAM can
 * say about things written once it says here, to everybody: no way of writing but whole items, one transaction at a
 * time, and no deletion of signed rows and access rows. That a row is put over nothing is the adapter's condition;
 * no policy can ask for it.
 */
export class CellTable extends Table {
  constructor(scope: Construct, id: string, { encryptionKey }: { encryptionKey: IKey }) {
    super(scope, id, {
      partitionKey: text('pk'),
      sortKey: text('sk'),
      billingMode: BillingMode.PAY_PER_REQUEST,
      encryption: TableEncryption.CUSTOMER_MANAGED,
      encryptionKey,
      pointInTimeRecoverySpecification: { pointInTimeRecoveryEnabled: true, recoveryPeriodInDays: 35 },
      deletionProtection: true,
      timeToLiveAttribute: tableShape.timeToLive,
      stream: StreamViewType.KEYS_ONLY,
      removalPolicy: RemovalPolicy.RETAIN,
    });
    for (const index of tableShape.indexes) {
      this.addGlobalSecondaryIndex({
        indexName: tableShape.nameOfIndex(index),
        partitionKey: text(`${index}pk`),
        sortKey: text(`${index}sk`),
        projectionType: ProjectionType.KEYS_ONLY,
      });
    }
    this.addToResourcePolicy(
      new PolicyStatement({
        sid: 'WholeItemsInTransactionsOnly',
        effect: Effect.DENY,
        principals: [new AnyPrincipal()],
        actions: [
          'dynamodb:UpdateItem',
          'dynamodb:BatchWriteItem',
          'dynamodb:PartiQLInsert',
          'dynamodb:PartiQLUpdate',
          'dynamodb:PartiQLDelete',
        ],
        resources: ['*'],
      }),
    );
    this.addToResourcePolicy(
      new PolicyStatement({
        sid: 'WrittenOnce',
        effect: Effect.DENY,
        principals: [new AnyPrincipal()],
        actions: ['dynamodb:DeleteItem'],
        resources: ['*'],
        conditions: {
          'ForAnyValue:StringLike': { 'dynamodb:LeadingKeys': writtenOnce.map((partition) => `${partition}*`) },
        },
      }),
    );
  }
}
