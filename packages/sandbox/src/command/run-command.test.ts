import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import process from 'node:process'
import { createInterface } from 'node:readline'
import { describe, expect, test } from 'vitest'
import { createSandbox } from '../create-sandbox.js'
import { readOptions } from './options.js'
import { type CommandHost, runCommand } from './run-command.js'

interface Run {
  readonly done: Promise<number>
  /** The first text that it printed. */
  readonly printed: Promise<string>
  readonly said: { out: string; err: string }
  stop(): void
}

function start(args: readonly string[], environment: CommandHost['environment'] = {}): Run {
  const said = { out: '', err: '' }
  let stop: () => void = () => undefined
  let print: (text: string) => void = () => undefined
  const stopped = new Promise<void>((resolve) => {
    stop = resolve
  })
  const printed = new Promise<string>((resolve) => {
    print = resolve
  })
  const done = runCommand(args, {
    environment,
    out: (text) => {
      said.out += text
      print(text)
    },
    err: (text) => {
      said.err += text
    },
    untilStopped: () => stopped,
    sleep: () => new Promise(() => undefined),
  })
  return { done, printed, said, stop }
}

const addressIn = (text: string) => (JSON.parse(text) as { address: string }).address

describe('the command', () => {
  test('says as JSON where it listens and who may log in, and serves until it is stopped', async () => {
    const run = start(['--port', '0', '--at', '2022-05-20T08:00:00+07:00', '--json'])
    const text = await run.printed
    const { address, accounts } = JSON.parse(text) as { address: string; accounts: object[] }
    expect(address).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/)
    expect(accounts).toContainEqual(expect.objectContaining({ name: 'ministry', role: 'ministry' }))
    const list = (await (await fetch(`${address}/v1/trust-list`)).json()) as { issuedAt: string }
    expect(list.issuedAt).toMatch(/^2022-05-20T01:0/)
    run.stop()
    expect(await run.done).toBe(0)
    await expect(fetch(`${address}/v1/trust-list`)).rejects.toThrow()
  }, 60_000)

  test('says it in words, keeps its folder to itself, and gives it back', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'sandbox-command-'))
    const run = start(['--port', '0', '--folder', folder], { DATABASE_URL: 'postgres://ignored' })
    const text = await run.printed
    expect(text).toMatch(/^The sandbox listens on http/)
    expect(text).toMatch(/citizen +\S{32} +citizen\n/)
    const second = start(['--port', '0', '--folder', folder])
    expect(await second.done).toBe(69)
    expect(second.said.err).toContain('sandbox.database.in-use')
    run.stop()
    expect(await run.done).toBe(0)
    await (await createSandbox({ database: { folder } })).close()
    await rm(folder, { recursive: true, force: true })
  }, 60_000)

  test('lets an answer under way be finished', async () => {
    const run = start(['--port', '0', '--json'])
    const address = addressIn(await run.printed)
    const fault = { match: { path: '/v1/trust-list' }, kind: 'delay', ms: 300 }
    await fetch(`${address}/_sandbox/faults`, { method: 'POST', body: JSON.stringify(fault) })
    const slow = fetch(`${address}/v1/trust-list`)
    await new Promise((resolve) => setTimeout(resolve, 100))
    run.stop()
    expect((await slow).status).toBe(200)
    expect(await run.done).toBe(0)
  }, 60_000)

  test('breaks the connection of an answer that is to be dropped', async () => {
    const run = start(['--port', '0', '--json'])
    const address = addressIn(await run.printed)
    const fault = { match: { path: '/v1/trust-list' }, kind: 'drop-after-commit' }
    await fetch(`${address}/_sandbox/faults`, { method: 'POST', body: JSON.stringify(fault) })
    await expect(fetch(`${address}/v1/trust-list`)).rejects.toThrow()
    expect((await fetch(`${address}/v1/trust-list`)).status).toBe(200)
    run.stop()
    expect(await run.done).toBe(0)
  }, 60_000)

  test('gives up when its port is taken, or its server away', async () => {
    const taken = createServer().listen(0, '127.0.0.1')
    await once(taken, 'listening')
    const { port } = taken.address() as { port: number }
    const run = start(['--port', String(port)])
    expect(await run.done).toBe(69)
    expect(run.said.err).toContain('EADDRINUSE')
    taken.close()
    const away = start([], { DATABASE_URL: 'postgres://postgres@127.0.0.1:1/nowhere' })
    expect(await away.done).toBe(69)
    expect(away.said.err).toContain('sandbox.database.unreachable')
  }, 60_000)

  test('ends with an internal error when its folder cannot be one', async () => {
    const run = start(['--folder', join(import.meta.dirname, 'run-command.ts')])
    expect(await run.done).toBe(70)
    expect(run.said.err).toBe('EEXIST\n')
  })

  test.each([
    [['--port', 'abc'], '--port'],
    [['--port', '70000'], '--port'],
    [['--at', 'yesterday'], '--at'],
    [['--nonsense'], '--nonsense'],
  ])('does not understand %j', async (args, says) => {
    const run = start(args)
    expect(await run.done).toBe(64)
    expect(run.said.err).toContain(says)
  })

  test('helps', async () => {
    const run = start(['--help'])
    expect(await run.done).toBe(0)
    expect(run.said.out).toContain('--folder DIR')
  })

  test.each([
    [[], undefined, 'memory'],
    [[], '', 'memory'],
    [[], 'postgres://server/db', { url: 'postgres://server/db' }],
    [['--folder', 'here'], 'postgres://server/db', { folder: 'here' }],
  ])('with %j and DATABASE_URL %j keeps its data in %j', (args, url, database) => {
    expect(readOptions(args, { DATABASE_URL: url })).toMatchObject({ database, port: 8787 })
  })
})

describe('the options', () => {
  test('name the pages that may read, and whose accounts are fresh', () => {
    const args = ['--origin', 'http://127.0.0.1:8000', '--origin', 'https://phan-anh.example.vn']
    const origins = ['http://127.0.0.1:8000', 'https://phan-anh.example.vn']
    const read = readOptions([...args, '--fresh-accounts'], {})
    expect(read).toMatchObject({ origins, freshAccounts: true })
    expect(readOptions([], {})).toMatchObject({ origins: [], freshAccounts: false })
  })

  test.each(['*', 'null', 'http://127.0.0.1:8000/', 'ftp://host', 'http://', 'http://a b'])(
    'take no origin such as %s',
    (origin) => {
      expect(() => readOptions(['--origin', origin], {})).toThrow('--origin')
    },
  )
})

describe('the package', () => {
  test('has one command, which `npx @tiemchung/sandbox` therefore runs', async () => {
    const home = join(import.meta.dirname, '..', '..')
    const { bin } = JSON.parse(await readFile(join(home, 'package.json'), 'utf8')) as {
      bin: object
    }
    expect(bin).toEqual({ 'tiemchung-sandbox': './bin/main.js' })
    const text = await readFile(join(home, 'bin', 'main.js'), 'utf8')
    expect(text).toBe("#!/usr/bin/env node\nimport '../dist/main.js'\n")
  })

  test('as a process ends cleanly at SIGTERM', async (context) => {
    context.skip(process.platform === 'win32', 'Windows has no SIGTERM')
    const main = join(import.meta.dirname, '..', 'main.ts')
    const flags = ['--conditions=@tiemchung/source', '--import', 'tsx']
    const { DATABASE_URL: _, ...environment } = process.env
    const child = spawn(process.execPath, [...flags, main, '--port', '0', '--json'], {
      env: environment,
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    const ended = once(child, 'exit')
    const [line] = (await once(createInterface({ input: child.stdout }), 'line')) as [string]
    expect((await fetch(`${addressIn(line)}/v1/facilities`)).status).toBe(200)
    child.kill('SIGTERM')
    expect(await ended).toEqual([0, null])
  }, 60_000)
})
