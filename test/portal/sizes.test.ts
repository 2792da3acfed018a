import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { expect, it } from 'vitest';
import { portalFolder } from '../../infra/portal/build.ts';

const sizeOf = (pattern: string): number =>
  globSync(pattern, { cwd: portalFolder })
    .map((name) => gzipSync(readFileSync(join(portalFolder, name)), { level: 9 }).byteLength)
    .reduce((sum, bytes) => sum + bytes, 0);

it('stays within its budget: every script, every style sheet, and no font', () => {
  const [js, css] = [sizeOf('**/*.js'), sizeOf('**/*.css')];
  console.info(`portal: JS ${(js / 1000).toFixed(1)} kB, CSS ${(css / 1000).toFixed(1)} kB (gzip)`);
  expect(js).toBeLessThanOrEqual(40_000);
  expect(css).toBeLessThanOrEqual(30_000);
  expect(globSync('**/*.{woff,woff2,ttf,otf}', { cwd: portalFolder })).toEqual([]);
});

it('holds nothing inline and nothing from elsewhere', () => {
  const page = readFileSync(join(portalFolder, 'index.html'), 'utf8');
  expect(page).not.toMatch(/<script(?![^>]*\ssrc=)|<style|\sstyle=|\son\w+=/);
  expect(page).not.toMatch(/(?:src|href)="(?:https?:)?\/\//);
});
