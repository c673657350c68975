/** Runs the portable suites, bundled from the built packages, on each runtime. */
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import type { Readable } from 'node:stream'
import { build } from 'esbuild'
import { chromium } from 'playwright-core'
import { chromiumAt } from '../examples/chromium.js'
import { engineAt } from './engines.js'
import type { Tally } from './portable.js'

/** A place to put files, and the cases in one of them. */
export interface Bench {
  readonly folder: string
  readonly given: string
}

/** A runtime: how it is told which code is for it, and how it is run. */
export interface Runtime {
  readonly name: string
  /** Its executable; undefined where there is none. */
  readonly at: () => string | undefined
  readonly run: (executable: string, bench: Bench) => Promise<readonly Tally[]>
}

async function bundle(
  entry: string,
  conditions: readonly string[],
  { folder }: Bench,
): Promise<string> {
  const outfile = join(folder, `${entry}-${conditions.join('-')}.mjs`)
  await build({
    entryPoints: [join(import.meta.dirname, `${entry}.ts`)],
    bundle: true,
    outfile,
    format: 'esm',
    target: 'es2022',
    platform: conditions.includes('browser') ? 'browser' : 'node',
    conditions: [...conditions],
    logLevel: 'silent',
  })
  return outfile
}

async function outputOf(child: ChildProcess): Promise<string> {
  let text = ''
  child.stdout?.setEncoding('utf8').on('data', (part: string) => {
    text += part
  })
  const [code] = (await once(child, 'close')) as [number | null]
  if (code !== 0) throw new Error(`ended with ${String(code)}`)
  return text
}

/** A runtime that runs a script like Node. */
function scripted(
  name: string,
  conditions: readonly string[],
  args: readonly string[],
  at: Runtime['at'],
): Runtime {
  return {
    name,
    at,
    run: async (executable, bench) => {
      const script = await bundle('script', conditions, bench)
      const stdio = ['ignore', 'pipe', 'inherit'] as const
      const child = spawn(executable, [...args, script, bench.given], { stdio: [...stdio] })
      return JSON.parse(await outputOf(child)) as Tally[]
    },
  }
}

async function inPage(executable: string, bench: Bench): Promise<readonly Tally[]> {
  const script = await bundle('page', ['browser'], bench)
  const files: Readonly<Record<string, readonly [string, string]>> = {
    '/': ['text/html', '<!doctype html><script type="module" src="/page.js"></script>'],
    '/page.js': ['text/javascript', readFileSync(script, 'utf8')],
    '/given.json': ['application/json', readFileSync(bench.given, 'utf8')],
  }
  const server = createServer((request, response) => {
    const file = files[request.url ?? '']
    if (file === undefined) response.writeHead(404).end()
    else response.writeHead(200, { 'content-type': `${file[0]}; charset=utf-8` }).end(file[1])
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const browser = await chromium.launch({ executablePath: executable, headless: true })
  try {
    const page = await browser.newPage()
    await page.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}`)
    return await page.evaluate(
      () => (globalThis as unknown as { tallies: Promise<readonly Tally[]> }).tallies,
    )
  } finally {
    await browser.close()
    server.close()
  }
}

const workerConfig = (script: string) => `using Workerd = import "/workerd/workerd.capnp";
const config :Workerd.Config = (
  services = [(name = "suites", worker = .suites)],
  sockets = [(name = "http", address = "127.0.0.1:0", http = (), service = "suites")],
);
const suites :Workerd.Worker = (
  modules = [(name = "worker", esModule = embed "${script}")],
  compatibilityDate = "2026-01-01",
);
`

/** The port that workerd says it listens at. */
async function portOf(control: Readable): Promise<number> {
  let text = ''
  for await (const part of control.setEncoding('utf8')) {
    text += String(part)
    const port = /"port":(\d+)/.exec(text)?.[1]
    if (port !== undefined) return Number(port)
  }
  throw new Error('it never listened')
}

async function inWorker(executable: string, bench: Bench): Promise<readonly Tally[]> {
  const script = await bundle('worker', ['workerd', 'browser'], bench)
  const config = join(bench.folder, 'suites.capnp')
  writeFileSync(config, workerConfig(script.slice(bench.folder.length + 1)))
  const child = spawn(executable, ['serve', config, '--control-fd=3'], {
    stdio: ['ignore', 'inherit', 'inherit', 'pipe'],
  })
  try {
    const port = await portOf(child.stdio[3] as Readable)
    const body = readFileSync(bench.given)
    const response = await fetch(`http://127.0.0.1:${port}`, { method: 'POST', body })
    if (!response.ok) throw new Error(`answered ${response.status}`)
    return (await response.json()) as Tally[]
  } finally {
    child.kill()
  }
}

/** Node first: the others are held against it. */
export const runtimes: readonly Runtime[] = [
  scripted('Node', ['node'], [], () => process.execPath),
  scripted('Deno', ['deno', 'node'], ['run', '--allow-read', '--no-lock'], () => engineAt('deno')),
  scripted('Bun', ['bun', 'node'], ['run'], () => engineAt('bun')),
  { name: 'Chromium', at: chromiumAt, run: inPage },
  { name: 'workerd', at: () => engineAt('workerd'), run: inWorker },
]
