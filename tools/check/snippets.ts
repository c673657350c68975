import { mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import ts from 'typescript'
import { linesOf, runNode } from './command.js'
import { type Snippet, snippetsInMarkdown, snippetsInSource } from './snippet.js'
import { failedStep, passedStep, type Step } from './step.js'
import { filesIn, isTest, textOf } from './workspace.js'

/** A block written out as a module, so that the compiler and Node can read it. */
interface Written extends Snippet {
  readonly path: string
}

function collect(root: string): Snippet[] {
  return filesIn(root).flatMap((file) => {
    if (/(?:^|\/)README(?:\.vi)?\.md$|^docs\/.*\.md$|^[A-Z]+\.md$/.test(file)) {
      return snippetsInMarkdown(file, textOf(root, file))
    }
    if (/^packages\/[^/]+\/src\/.*\.ts$/.test(file) && !isTest(file)) {
      return snippetsInSource(file, textOf(root, file))
    }
    return []
  })
}

/** Writes the blocks into out/snippets, whose node_modules are those of the private tests package. */
function write(root: string, snippets: readonly Snippet[]): Written[] {
  const folder = join(root, 'out', 'snippets')
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(folder, { recursive: true })
  writeFileSync(join(folder, 'package.json'), '{ "type": "module" }\n')
  symlinkSync(join(root, 'tests', 'node_modules'), join(folder, 'node_modules'), 'junction')
  return snippets.map((snippet) => {
    const name = snippet.file.replace(/\.[a-z]+$/, '').replace(/[^A-Za-z0-9]+/g, '-')
    const path = join(folder, `${name}-${snippet.fence}.ts`)
    writeFileSync(path, `${snippet.code}\nexport {}\n`)
    return { ...snippet, path }
  })
}

function compilerOptions(root: string): ts.CompilerOptions {
  const file = ts.readConfigFile(join(root, 'tsconfig.json'), (path) => ts.sys.readFile(path))
  const { options } = ts.parseJsonConfigFileContent(file.config, ts.sys, root)
  return { ...options, noUnusedLocals: false, noUnusedParameters: false, noEmit: true }
}

/** Compile errors of the blocks, told by the line of the document they stand in. */
function compileFaults(root: string, written: readonly Written[]): string[] {
  const program = ts.createProgram(
    written.map((one) => one.path),
    compilerOptions(root),
  )
  return written.flatMap((one) => {
    const source = program.getSourceFile(one.path)
    if (source === undefined) return [`${one.file}:${one.fence}: not compiled`]
    const found = [
      ...program.getSyntacticDiagnostics(source),
      ...program.getSemanticDiagnostics(source),
    ]
    return found.map((diagnostic) => {
      const { line } = source.getLineAndCharacterOfPosition(diagnostic.start ?? 0)
      const says = ts.flattenDiagnosticMessageText(diagnostic.messageText, ' ')
      return `${one.file}:${one.fence + 1 + line}: ${says}`
    })
  })
}

async function runFaults(root: string, one: Written): Promise<string[]> {
  const node = ['--conditions=@tiemchung/source', '--import', 'tsx', one.path]
  const ran = await runNode(node, { cwd: root })
  if (ran.status === 0) return []
  return [`${one.file}:${one.fence}: ended with ${ran.status}`, ...linesOf(ran).slice(-10)]
}

/** Code that documentation shows is code that compiles, and that runs where it says so. */
export const snippets: Step = {
  id: 'snippets',
  title: 'every ts block in documentation compiles; those marked run are run',
  async run(context) {
    const { root } = context
    const written = write(root, collect(root))
    const faults = compileFaults(root, written)
    const runnable = written.filter((one) => one.run)
    for (const one of runnable) {
      context.say(`running ${one.file}:${one.fence}`)
      faults.push(...(await runFaults(root, one)))
    }
    if (faults.length > 0)
      return failedStep(`${faults.length} lines are wrong`, faults.slice(0, 100))
    return passedStep(`${written.length} blocks compiled, ${runnable.length} run`)
  },
}
