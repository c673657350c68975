/** The sandbox as a process of its own, that is killed and started again on what it had written. */
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import process from 'node:process'
import { createInterface } from 'node:readline'
import { must } from '../long-run.js'

/** Where the platform keeps its data: a folder, or a database on a server. */
export type Where = { readonly folder: string } | { readonly url: string }

/** Accounts and their passwords, as the command announces them. */
type Passwords = ReadonlyMap<string, string>

interface Announced {
  readonly address: string
  readonly accounts: readonly { readonly name: string; readonly password: string }[]
}

const command = join(import.meta.dirname, '..', '..', '..', 'packages', 'sandbox', 'src', 'main.ts')

/** A platform that runs in a process. */
export class Server {
  #child: ChildProcess | undefined
  #address = ''
  #passwords: Passwords = new Map()
  readonly #where: Where
  kills = 0

  constructor(where: Where) {
    this.#where = where
  }

  get address(): string {
    return this.#address
  }

  passwordOf(account: string): string {
    return this.#passwords.get(account) ?? ''
  }

  /** Starts it at an instant, on what it has. */
  async start(at: Date): Promise<void> {
    const { DATABASE_URL: _, ...bare } = process.env
    const where = this.#where
    const flags = ['--conditions=@tiemchung/source', '--import', 'tsx', command]
    const own = 'folder' in where ? ['--folder', where.folder] : []
    const args = [...flags, '--port', '0', '--json', '--at', at.toISOString(), ...own]
    const env = 'url' in where ? { ...bare, DATABASE_URL: where.url } : bare
    const child = spawn(process.execPath, args, { env, stdio: ['ignore', 'pipe', 'pipe'] })
    let complaint = ''
    child.stderr.on('data', (chunk: Buffer) => {
      complaint = `${complaint}${chunk.toString('utf8')}`.slice(0, 2000)
    })
    const gone = once(child, 'exit').then(() => undefined)
    const line = once(createInterface({ input: child.stdout }), 'line') as Promise<[string]>
    const told = await Promise.race([line, gone])
    must(told !== undefined, `the platform did not start: ${complaint}`)
    const { address, accounts } = JSON.parse(told[0]) as Announced
    this.#child = child
    this.#address = address
    this.#passwords = new Map(accounts.map(({ name, password }) => [name, password]))
  }

  /** Ends it where it stands. */
  async kill(): Promise<void> {
    const child = this.#child
    if (child === undefined) return
    this.#child = undefined
    const ended = once(child, 'exit')
    child.kill('SIGKILL')
    await ended
    this.kills += 1
  }
}
