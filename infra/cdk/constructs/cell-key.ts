import { Duration, RemovalPolicy } from 'aws-cdk-lib';
import { Key, KeySpec, KeyUsage } from 'aws-cdk-lib/aws-kms';
import type { Construct } from 'constructs';

const kinds = {
  /** Wraps other keys; turned over by itself once a year. */
  wrapping: { enableKeyRotation: true },
  /** Seals records: the private half never leaves the service, and old seals outlive a new key. */
  sealing: { keySpec: KeySpec.ECC_NIST_P256, keyUsage: KeyUsage.SIGN_VERIFY },
  /** Makes keyed hashes, by which words are recognised and not read. */
  hashing: { keySpec: KeySpec.HMAC_256, keyUsage: KeyUsage.GENERATE_VERIFY_MAC },
} as const;

/** A key that outlives its stack, and can be called back for a month after somebody has had it deleted. */
export class CellKey extends Key {
  constructor(scope: Construct, id: string, { kind, description }: { kind: keyof typeof kinds; description: string }) {
    super(scope, id, {
      ...kinds[kind],
      description,
      removalPolicy: RemovalPolicy.RETAIN,
      pendingWindow: Duration.days(30),
    });
  }
}
