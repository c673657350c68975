/**
 * Writes the declarations of every source file with one program, before they are rolled up room by
 * room: checking twelve packages that import each other one by one would check most of them often.
 */
import { rmSync } from 'node:fs'
import { join, relative, sep } from 'node:path'
import ts from 'typescript'
import type { Room } from '../house.js'
import { publicEntries } from './plan.js'

/** Where the declarations of a source file's package wait for being rolled up. */
export function declaredFolder(root: string): string {
  return join(root, 'out', 'declared')
}

function optionsOf(root: string): ts.CompilerOptions {
  const file = ts.readConfigFile(join(root, 'tsconfig.json'), (path) => ts.sys.readFile(path))
  return {
    ...ts.parseJsonConfigFileContent(file.config, ts.sys, root).options,
    noEmit: false,
    declaration: true,
    emitDeclarationOnly: true,
    rootDir: root,
    outDir: declaredFolder(root),
  }
}

/** The folder of the package that a file belongs to, if it is source of ours. */
function folderOf(root: string, file: string): string | undefined {
  const [top, folder, inside] = relative(root, file).split(sep)
  return top === 'packages' && inside === 'src' ? folder : undefined
}

function describe(root: string, diagnostic: ts.Diagnostic, file: ts.SourceFile): string {
  const { line } = file.getLineAndCharacterOfPosition(diagnostic.start ?? 0)
  const says = ts.flattenDiagnosticMessageText(diagnostic.messageText, ' ')
  return `${relative(root, file.fileName)}:${line + 1}: TS${diagnostic.code}: ${says}`
}

/** Writes the declarations that the rooms need; gives the type errors of each folder. */
export function declare(root: string, places: readonly Room[]): Map<string, string[]> {
  const errors = new Map<string, string[]>()
  if (places.length === 0) return errors
  rmSync(declaredFolder(root), { recursive: true, force: true })
  const entries = places.flatMap((place) =>
    Object.values(publicEntries(place)).map((file) => join(root, 'packages', place.folder, file)),
  )
  const program = ts.createProgram(entries, optionsOf(root))
  for (const source of program.getSourceFiles()) {
    const folder = folderOf(root, source.fileName)
    if (folder === undefined) continue
    const found = [
      ...program.getSyntacticDiagnostics(source),
      ...program.getSemanticDiagnostics(source),
      ...program.getDeclarationDiagnostics(source),
    ].map((diagnostic) => describe(root, diagnostic, source))
    if (found.length > 0) errors.set(folder, [...(errors.get(folder) ?? []), ...found])
  }
  program.emit()
  return errors
}
