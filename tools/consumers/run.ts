/** Runs one consumer to its end and says what it said. */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { createContext, runInContext } from 'node:vm'
import { build } from 'esbuild'
import { linesOf, type Ran, run, runNode, toolIn } from '../check/command.js'
import { chromiumAt, noChromium } from '../examples/chromium.js'
import { npm } from '../pack/install.js'
import { tryPictures } from './browser-picture.js'
import type { Consumer } from './stage.js'

export interface Outcome {
  readonly consumer: Consumer
  /** What it printed last; shown when it is right. */
  readonly said: string
  readonly faults: readonly string[]
  /** Why it was not tried. */
  readonly skipped?: string
}

function outcomeOf(consumer: Consumer, ran: Ran): Outcome {
  const lines = linesOf(ran)
  if (ran.status === 0) return { consumer, said: lines.at(-1) ?? 'no errors', faults: [] }
  return { consumer, said: '', faults: lines.slice(0, 30) }
}

/** The scripts that any Node can run: `node` names its executable. */
export async function runScript(
  folder: string,
  consumer: 'esm' | 'cjs',
  node: string = process.execPath,
): Promise<Outcome> {
  const script = consumer === 'esm' ? 'check.mjs' : 'check.cjs'
  return outcomeOf(consumer, await run(node, [script], { cwd: join(folder, consumer) }))
}

function compile(root: string, folder: string, consumer: Consumer): Promise<Ran> {
  const tsc = toolIn(root, 'typescript/bin/tsc')
  return runNode([tsc, '-p', '.', '--pretty', 'false'], { cwd: join(folder, consumer) })
}

async function runNextTypes(root: string, folder: string): Promise<Outcome> {
  return outcomeOf('ts-nodenext', await compile(root, folder, 'ts-nodenext'))
}

async function runCommonTypes(root: string, folder: string): Promise<Outcome> {
  const compiled = await compile(root, folder, 'ts-commonjs')
  if (compiled.status !== 0) return outcomeOf('ts-commonjs', compiled)
  return outcomeOf(
    'ts-commonjs',
    await runNode([join('built', 'main.js')], { cwd: join(folder, 'ts-commonjs') }),
  )
}

/** What a bundler leaves in a page, or only says, when something of Node got into it. */
const nodeInBundle = /__vite-browser-external|["']node:[a-z]/
const nodeInOutput = /externalized for browser compatibility/

async function runVite(folder: string): Promise<Outcome> {
  const cwd = join(folder, 'vite')
  const vite = join(cwd, 'node_modules', 'vite', 'bin', 'vite.js')
  const pinned = (file: string) =>
    (JSON.parse(readFileSync(file, 'utf8')) as { version: string }).version
  const wanted = JSON.parse(readFileSync(join(cwd, 'package.json'), 'utf8')) as {
    devDependencies: { vite: string }
  }
  const installed = join(cwd, 'node_modules', 'vite', 'package.json')
  if (!existsSync(installed) || pinned(installed) !== wanted.devDependencies.vite) {
    const faults = await npm(cwd, ['ci', '--ignore-scripts'])
    if (faults.length > 0) return { consumer: 'vite', said: '', faults }
  }
  const ran = await runNode([vite, 'build', '--logLevel', 'warn'], { cwd })
  if (ran.status !== 0) return outcomeOf('vite', ran)
  const assets = join(cwd, 'dist', 'assets')
  const scripts = readdirSync(assets).filter((file) => file.endsWith('.js'))
  const texts = scripts.map((file) => readFileSync(join(assets, file), 'utf8'))
  const faults = [
    ...linesOf(ran).filter((line) => nodeInOutput.test(line)),
    ...(texts.some((text) => nodeInBundle.test(text)) ? ['Node is in the bundle'] : []),
  ]
  const bytes = texts.reduce((sum, text) => sum + text.length, 0)
  return { consumer: 'vite', said: `${(bytes / 1024).toFixed(0)} kB of script`, faults }
}

/** The globals of a page that the packages may count on; nothing of Node. */
function pageGlobals(): Record<string, unknown> {
  const { crypto, TextEncoder, TextDecoder, URL, fetch, atob, btoa } = globalThis
  const { setTimeout, clearTimeout, AbortController, AbortSignal, structuredClone } = globalThis
  return {
    ...{ crypto, TextEncoder, TextDecoder, URL, fetch, atob, btoa },
    ...{ setTimeout, clearTimeout, AbortController, AbortSignal, structuredClone },
    // The crypto of the host wants byte arrays of its own realm.
    ...{ Uint8Array, ArrayBuffer },
  }
}

const expected = {
  digest: 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad',
  today: '2022-04-14',
}

async function runPage(folder: string): Promise<Outcome> {
  const cwd = join(folder, 'browser-bundle')
  const { outputFiles } = await build({
    absWorkingDir: cwd,
    entryPoints: [join(cwd, 'main.js')],
    bundle: true,
    write: false,
    format: 'iife',
    platform: 'browser',
    logLevel: 'silent',
  })
  const page = createContext(pageGlobals())
  runInContext(outputFiles[0]?.text ?? '', page)
  const answer = (await page['answer']) as { digest: string; today: string; code: string }
  const said = JSON.stringify(answer)
  const right = answer.digest === expected.digest && answer.today === expected.today
  const explained = /^[a-z0-9.-]+\.[a-z0-9.-]+$/.test(answer.code)
  const faults = right && explained ? [] : [`the page answered ${said}`]
  return { consumer: 'browser-bundle', said, faults }
}

async function runPicture(folder: string): Promise<Outcome> {
  const consumer = 'browser-picture'
  const executable = chromiumAt()
  if (executable === undefined) return { consumer, said: '', faults: [], skipped: noChromium }
  const faults = await tryPictures(join(folder, consumer), executable)
  return { consumer, said: `in ${executable}`, faults }
}

function start(root: string, folder: string, consumer: Consumer): Promise<Outcome> {
  if (consumer === 'esm' || consumer === 'cjs') return runScript(folder, consumer)
  if (consumer === 'ts-nodenext') return runNextTypes(root, folder)
  if (consumer === 'ts-commonjs') return runCommonTypes(root, folder)
  if (consumer === 'browser-picture') return runPicture(folder)
  return consumer === 'vite' ? runVite(folder) : runPage(folder)
}

/** Runs a consumer; whatever goes wrong is its fault, and no other's. */
export async function runConsumer(
  root: string,
  folder: string,
  consumer: Consumer,
): Promise<Outcome> {
  try {
    return await start(root, folder, consumer)
  } catch (error) {
    const message = (error as Error).message
    return { consumer, said: '', faults: message.split('\n').slice(0, 20) }
  }
}
