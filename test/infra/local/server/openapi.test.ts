import { beforeAll, describe, expect, it } from 'vitest';
import * as z from 'zod';
import { registry } from '../../../../functions/registry.ts';
import type { WayIn } from '../../../../functions/way-in.ts';
import { loadWays } from '../../../../infra/local/load-ways.ts';
import { type ApiDescription, apiDescription } from '../../../../infra/local/server/api-description.ts';
import { apiPage } from '../../../../infra/local/server/pages/api-page.ts';

let description: ApiDescription;
let text: string;
beforeAll(async () => {
  description = apiDescription(await loadWays(), 'http://127.0.0.1:8080');
  text = JSON.stringify(description);
});

const Operation = z.looseObject({
  operationId: z.string(),
  summary: z.string().min(5),
  'x-roles': z.union([z.literal('everyone'), z.array(z.string())]),
  security: z.array(z.unknown()),
  parameters: z.array(z.looseObject({ in: z.string(), name: z.string(), required: z.boolean().optional() })).optional(),
  requestBody: z
    .looseObject({ content: z.looseObject({ 'application/json': z.looseObject({ schema: z.unknown() }) }) })
    .optional(),
  responses: z.looseObject({ '2XX': z.unknown() }),
});

const operationAt = (route: string) => {
  const [method = '', path = ''] = route.split(' ');
  const item: Record<string, unknown> = { ...description.paths?.[path] };
  return Operation.parse(item[method.toLowerCase()]);
};

const lines: [string, WayIn][] = Object.entries(registry);
const routes = lines.flatMap(([key, { on }]) => ('http' in on ? [{ key, route: on.http, roles: on.roles }] : []));

describe('the description of the API', () => {
  it.each(routes)('$key: $route', ({ key, route, roles }) => {
    const operation = operationAt(route);
    expect(operation).toMatchObject({ operationId: key, 'x-roles': roles });
    const inPath = operation.parameters?.filter((parameter) => parameter.in === 'path');
    const named = [...route.matchAll(/\{(\w+)\}/g)].map(([, name]) => name);
    expect(inPath?.map(({ name }) => name).sort()).toEqual(named.sort());
    expect(inPath?.every(({ required }) => required)).toBe(true);
    if (roles === 'everyone') expect(operation.security).toEqual([]);
    else expect(Object.keys(operation.responses).sort()).toEqual(['2XX', '401', '403', '404', '409', '422', '429']);
    const headers =
      operation.parameters?.flatMap((parameter) => (parameter.in === 'header' ? parameter.name : [])) ?? [];
    expect(headers).toContain('Accept-Language');
    expect(headers.includes('X-Role')).toBe(roles !== 'everyone');
    expect(headers.includes('X-Acting-For')).toBe(roles !== 'everyone' && roles.includes('officer'));
    if (route.startsWith('GET ')) expect(headers).not.toContain('Idempotency-Key');
  });

  it('describes the registry and nothing else', () => {
    const described = Object.values(description.paths ?? {}).flatMap((item) => Object.keys(item ?? {}));
    expect(described).toHaveLength(routes.length);
    expect(text).not.toContain('_local');
  });

  it('leads nowhere that it does not describe', () => {
    const refs = [...new Set([...text.matchAll(/"\$ref":"#\/([^"]+)"/g)].map(([, path = '']) => path))];
    expect(refs.length).toBeGreaterThan(10);
    for (const ref of refs) {
      let at: unknown = description;
      for (const step of ref.split('/')) at = z.record(z.string(), z.unknown()).parse(at)[step];
      expect([ref, at]).toEqual([ref, expect.any(Object)]);
    }
  });

  it('says how to sign in, and what a refusal looks like', () => {
    expect(description.openapi).toMatch(/^3\.1\./);
    expect(description.components?.securitySchemes).toMatchObject({
      bearer: { scheme: 'bearer', bearerFormat: 'JWT' },
    });
    const problem = description.components?.schemas?.Problem;
    expect(problem).toMatchObject({ required: expect.arrayContaining(['code', 'status', 'title']) });
  });

  it('says days, times and choices as generators of clients understand them', () => {
    const schemas: Record<string, unknown>[] = [];
    const walk = (value: unknown): void => {
      if (typeof value !== 'object' || value === null) return;
      if (!Array.isArray(value)) schemas.push({ ...value });
      for (const one of Object.values(value)) walk(one);
    };
    walk(description);
    const of = (format: string) => schemas.filter((schema) => schema.format === format);
    expect(of('date').length).toBeGreaterThan(50);
    expect(of('date-time').length).toBeGreaterThan(100);
    for (const schema of [...of('date'), ...of('date-time')])
      expect(Object.keys(schema).filter((key) => key === 'pattern' || key === 'allOf')).toEqual([]);
    expect(schemas.filter((schema) => typeof schema.const === 'boolean')).toEqual([]);
    const isMap = (option: unknown) => typeof Object(Object(option).additionalProperties).type === 'string';
    const choices = schemas.flatMap(({ anyOf }) => (Array.isArray(anyOf) ? [anyOf] : []));
    expect(choices.filter((options) => options.length > 1 && options.some(isMap))).toEqual([]);
  });

  it('says of every operation and of every group what it is', () => {
    const operations = Object.values(description.paths ?? {}).flatMap((item) => Object.values(item ?? {}));
    expect(operations.every((operation) => Object(operation).description)).toBe(true);
    const groups = new Map(description.tags?.map(({ name, description: about }) => [name, about]));
    for (const tag of operations.flatMap((operation) => Object(operation).tags ?? []))
      expect(groups.get(tag)).toBeTruthy();
  });

  it('can be read by people, every operation of it', () => {
    const page = apiPage(description);
    for (const { key } of routes) expect(page).toContain(`<code>${key}</code>`);
    expect(page).toContain('Biståndshandläggare');
  });
});
