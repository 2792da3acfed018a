import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';

const root = join(import.meta.dirname, '../..');

const namesIn = (name: ts.BindingName): readonly string[] =>
  ts.isIdentifier(name)
    ? [name.text]
    : name.elements.flatMap((one) => (ts.isOmittedExpression(one) ? [] : namesIn(one.name)));

/** The names that a file declares and exports, each once; what it passes on from another file is not its own. */
export function declaredIn(file: string, text: string): ReadonlySet<string> {
  const { statements } = ts.createSourceFile(file, text, ts.ScriptTarget.Latest);
  return new Set(
    statements.flatMap((one): readonly string[] => {
      if (!ts.canHaveModifiers(one)) return [];
      if (!ts.getModifiers(one)?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword)) return [];
      if (ts.isVariableStatement(one)) return one.declarationList.declarations.flatMap(({ name }) => namesIn(name));
      const named =
        ts.isFunctionDeclaration(one) ||
        ts.isClassDeclaration(one) ||
        ts.isTypeAliasDeclaration(one) ||
        ts.isInterfaceDeclaration(one) ||
        ts.isEnumDeclaration(one);
      return named && one.name ? [one.name.text] : [];
    }),
  );
}

/** A catalogue's two languages are one thing: `messages/en/acts.ts` and `messages/sv/acts.ts`. */
const thing = (file: string): string => file.replace(/(?<=[/-])(?:en|sv)(?=[/.])/g, '*');

/** Names that stand for two things or more, each with the files that export it. */
export function homonymsIn(files: ReadonlyMap<string, string>): ReadonlyMap<string, readonly string[]> {
  const places = [...files].flatMap(([file, text]) => [...declaredIn(file, text)].map((name) => ({ name, file })));
  const byName = Map.groupBy(places, ({ name }) => name);
  return new Map(
    [...byName]
      .filter(([, where]) => new Set(where.map(({ file }) => thing(file))).size > 1)
      .map(([name, where]) => [name, where.map(({ file }) => file)]),
  );
}

/** Every source file of the rooms, by its path from the root. */
export const sources = (): ReadonlyMap<string, string> =>
  new Map(
    globSync('{functions,shared,infra,portal}/**/*.{ts,tsx}', { cwd: root })
      .sort()
      .map((file) => [file, readFileSync(join(root, file), 'utf8')]),
  );
