import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Stack, Validations } from 'aws-cdk-lib';
import { registry } from '../../functions/registry.ts';
import { buildPortal } from '../portal/build.ts';
import { bundle } from './bundle.ts';
import { readCell } from './cell.ts';
import { cellApp, newApp } from './cell-app.ts';
import { ExcusedChecks } from './excuses.ts';
import { groupsOf } from './groups.ts';

/** CloudFormation takes 500 in a stack; some room is kept for what an upgrade lays beside what it takes away. */
const mostResources = 400;

const started = performance.now();
const app = newApp(process.env.CDK_OUTDIR ?? join(import.meta.dirname, '../../out/cdk.out'));
const cell = readCell(app.node.tryGetContext('cell') ?? process.env.CELL);
const groups = groupsOf(registry);
cellApp(app, { cell, groups, bundles: await bundle(groups), files: await buildPortal() });
const checks = new ExcusedChecks(app);
Validations.of(app).addPlugins(checks);
const { directory } = app.synth();
if (checks.unused.length > 0)
  throw new Error(`infra/cdk/excuses.ts excuses what nobody finds: ${checks.unused.join(', ')}`);

for (const stack of app.node.findAll().filter(Stack.isStack)) {
  const template: { Resources: object } = JSON.parse(readFileSync(join(directory, stack.templateFile), 'utf8'));
  const resources = Object.keys(template.Resources).length;
  const { nestedStackParent: around } = stack;
  const name = around ? `${around.stackName}: ${stack.node.id}` : stack.stackName;
  console.log(`${String(resources).padStart(4)} resources  ${name} (${stack.region})`);
  if (resources > mostResources) throw new Error(`${name} has more than ${mostResources} resources: divide it`);
}
console.log(`${String(groups.length).padStart(4)} functions  for ${Object.keys(registry).length} entries`);
console.log(`synthesised in ${((performance.now() - started) / 1000).toFixed(1)} s`);
