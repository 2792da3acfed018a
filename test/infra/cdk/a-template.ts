import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Stack } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { registry } from '../../../functions/registry.ts';
import { type Cell, readCell } from '../../../infra/cdk/cell.ts';
import { cellApp, newApp } from '../../../infra/cdk/cell-app.ts';
import { groupsOf } from '../../../infra/cdk/groups.ts';

// A template is read as what it is: plain data of unknown shape.
// biome-ignore lint/suspicious/noExplicitAny: every assertion says what it expects to find
export type Resource = { Type: string; Properties: any; DeletionPolicy?: string; UpdateReplacePolicy?: string };
export type Resources = Readonly<Record<string, Resource>>;

export const groups = groupsOf(registry);

const isNested = (one: unknown): one is Stack => Stack.isStack(one) && one.nestedStackParent !== undefined;

/** What is said of something in another stack of the same deployment, in the words of the stack that has it. */
function said(value: unknown, of: (value: object) => unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  const inItsWords = of(value);
  if (inItsWords !== undefined) return said(inItsWords, of);
  if (Array.isArray(value)) return value.map((one) => said(one, of));
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, said(one, of)]));
}

/**
 * A stack with the stacks within it, as if all stood in one: what is handed in as parameters and out as outputs is what
 * it stands for. And what each of those within it holds by itself.
 */
function withThoseWithin(stack: Stack) {
  const { Resources: own } = Template.fromStack(stack).toJSON() as { Resources: Resources };
  const handedIn = new Map<string, unknown>();
  const handedOut = new Map<string, unknown>();
  const within = new Map<string, Resources>();
  for (const inner of stack.node.findAll().filter(isNested)) {
    const { Resources: some, Outputs = {} } = Template.fromStack(inner).toJSON();
    const id = String(stack.resolve(inner.nestedStackResource?.logicalId));
    // A parameter is named by what it is, and is that in every stack within.
    for (const [name, value] of Object.entries(own[id]?.Properties.Parameters ?? {})) handedIn.set(name, value);
    for (const [name, output] of Object.entries(Outputs))
      handedOut.set(`${id} Outputs.${name}`, (output as { Value: unknown }).Value);
    within.set(inner.node.id, some);
  }
  const of = (value: { Ref?: string; 'Fn::GetAtt'?: readonly string[] }) =>
    handedIn.get(value.Ref ?? '') ?? handedOut.get(value['Fn::GetAtt']?.join(' ') ?? '');
  const all = [own, ...within.values()].flatMap((some) => Object.entries(some));
  const whole = all.filter(([, { Type }]) => Type !== 'AWS::CloudFormation::Stack');
  if (new Set(whole.map(([id]) => id)).size < whole.length) throw new Error('two of one name');
  return { own, within, whole: said(Object.fromEntries(whole), of) as Resources };
}

/** The example cell's stacks, with an empty file for every function's code. */
export function aTemplate(changes: Partial<Cell> = {}, some = groups) {
  const folder = mkdtempSync(join(tmpdir(), 'template-'));
  mkdirSync(join(folder, 'code'));
  writeFileSync(join(folder, 'code/index.mjs'), 'export const handler = () => undefined;');
  mkdirSync(join(folder, 'portal/assets'), { recursive: true });
  writeFileSync(join(folder, 'portal/index.html'), '<!doctype html>');
  writeFileSync(join(folder, 'portal/assets/index-abc.js'), '');
  const bundles = some.map(({ id }) => ({
    id,
    folder: join(folder, 'code'),
    bytes: { atStart: 0, inAll: 0 },
    inputs: [],
  }));
  const app = newApp(join(folder, 'out'));
  const stacks = cellApp(app, {
    cell: { ...readCell(), ...changes },
    groups: some,
    bundles,
    files: join(folder, 'portal'),
  });
  const [data, service, edge, portal] = stacks.map(withThoseWithin);
  if (!data || !service || !edge || !portal) throw new Error('a cell has four stacks');
  const outputs: Readonly<Record<string, unknown>> = stacks[0] ? Template.fromStack(stacks[0]).toJSON().Outputs : {};
  rmSync(folder, { recursive: true });
  return {
    app,
    outputs,
    data: data.whole,
    service: service.whole,
    edge: edge.whole,
    portal: portal.whole,
    /** What each stack holds that is deployed, those within the service stack by their capability. */
    apart: new Map([
      ...Object.entries({ data: data.own, service: service.own, edge: edge.own, portal: portal.own }),
      ...service.within,
    ]),
  };
}

export const ofType = (resources: Resources, type: string): readonly (readonly [string, Resource])[] =>
  Object.entries(resources).filter(([, { Type }]) => Type === type);

export type Statement = {
  readonly Sid?: string;
  readonly Effect: string;
  readonly Action: readonly string[];
  readonly Resource: string;
  // biome-ignore lint/suspicious/noExplicitAny: as above
  readonly Condition?: any;
};

const listed = (value: string | readonly string[]): readonly string[] => (typeof value === 'string' ? [value] : value);

// biome-ignore lint/suspicious/noExplicitAny: as above
export const statementsIn = (document: any): readonly Statement[] =>
  document.Statement.map((statement: Statement & { Action: string | string[]; Resource: unknown }) => ({
    ...statement,
    Action: listed(statement.Action),
    Resource: JSON.stringify(statement.Resource),
  }));

/** What each role of a stack is allowed, by the role's logical id without its hash. */
export function allowedIn(resources: Resources): ReadonlyMap<string, readonly Statement[]> {
  const byRole = new Map<string, Statement[]>();
  const add = (role: string, statements: readonly Statement[]) => {
    const name = role.replace(/[0-9A-F]{8}$/, '');
    byRole.set(name, [...(byRole.get(name) ?? []), ...statements]);
  };
  for (const [, { Properties }] of ofType(resources, 'AWS::IAM::Policy'))
    for (const { Ref } of Properties.Roles) add(Ref, statementsIn(Properties.PolicyDocument));
  for (const [id, { Properties }] of ofType(resources, 'AWS::IAM::Role'))
    for (const { PolicyDocument } of Properties.Policies ?? []) add(id, statementsIn(PolicyDocument));
  return byRole;
}

/** The function's id as its role's logical id spells it. */
export const roleOf = (groupId: string): string => `${groupId.replace('-', '')}Role`;
