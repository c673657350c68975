import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, describe, expect, test } from 'vitest'
import { programOver, surfaceReport } from './report.js'

const folders: string[] = []

/** The report of a package whose entry and one chunk hold these declarations. */
function reportOf(entry: string, chunk = 'export {}'): string {
  const folder = mkdtempSync(join(tmpdir(), 'surface-'))
  folders.push(folder)
  mkdirSync(join(folder, 'dist'))
  writeFileSync(join(folder, 'package.json'), '{ "type": "module" }')
  writeFileSync(join(folder, 'dist', 'chunk.d.ts'), chunk)
  const file = join(folder, 'dist', 'index.d.ts')
  writeFileSync(file, entry)
  return surfaceReport(programOver([file]), file, 'example', folder)
}

afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true })
})

describe('surfaceReport', () => {
  test('is the same whether a declaration is in the entry or in a chunk under another name', () => {
    const inEntry = reportOf('export interface Dose { readonly day: string }')
    const inChunk = reportOf(
      "export { D as Dose } from './chunk.js'",
      'interface Dose { readonly day: string }\nexport type { Dose as D }',
    )
    expect(inChunk).toBe(inEntry)
  })

  test('is the same for a union in another order, and for other comments', () => {
    const one = reportOf(
      "/** A. */ export declare const x: Record<'b' | 'a' | 'c', 1 | undefined>;",
    )
    const other = reportOf("export declare const x: Record<'c' | 'b' | 'a', undefined | 1>;")
    expect(other).toBe(one)
  })

  test('is the same for an enum in another order, and for no other members', () => {
    const enumOf = (text: string) => reportOf(`export declare const x: Record<0, { ${text} }>;`)
    expect(enumOf('b: "b"; a: "a"')).toBe(enumOf('a: "a"; b: "b"'))
    expect(enumOf('b: "c"; a: "a"')).not.toBe(enumOf('a: "a"; b: "c"'))
  })

  test.each([
    ['an export more', 'export declare const a: 1; export declare const b: 2;'],
    ['another type', 'export declare const a: 2;'],
    ['another name', 'export declare const b: 1;'],
  ])('differs for %s', (_, entry) => {
    expect(reportOf(entry)).not.toBe(reportOf('export declare const a: 1;'))
  })

  test('shows what an export names but does not export', () => {
    const entry = 'interface Hidden { readonly a: 1 }\nexport declare function f(x: Hidden): void;'
    expect(reportOf(`${entry}\nexport {}`)).toContain('interface Hidden {\n    readonly a: 1;\n}')
  })
})
