/** OpenSSL's command line as a peer: a folder of files, and what a command says of them. */
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { toPem } from '@tiemchung/core'

const installed = spawnSync('openssl', ['version']).status === 0
const required = process.env['CI'] === 'true' || process.env['TIEMCHUNG_REQUIRE'] === 'all'

/** Whether tests against OpenSSL are passed over; where it is required they run, and fail. */
export const withoutOpenssl = !installed && !required

/** A title that says why its tests are passed over, when they are. */
export const titled = (title: string): string =>
  withoutOpenssl ? `${title} (skipped: the command openssl is not installed)` : title

/** A folder for one run of commands. */
export interface Bench {
  write(name: string, content: Uint8Array | string): void
  certificate(name: string, ...ders: readonly Uint8Array[]): void
  read(name: string): Uint8Array
  /** What a command printed, both streams, and whether it succeeded. */
  run(...args: readonly string[]): { readonly said: string; readonly succeeded: boolean }
}

/** Works in a fresh folder and removes it. */
export async function atBench<Value>(
  work: (bench: Bench) => Promise<Value> | Value,
): Promise<Value> {
  const cwd = mkdtempSync(join(tmpdir(), 'x509-'))
  const write: Bench['write'] = (name, content) => {
    writeFileSync(join(cwd, name), content)
  }
  try {
    return await work({
      write,
      certificate: (name, ...ders) => {
        write(name, ders.map((der) => toPem(der, 'CERTIFICATE')).join(''))
      },
      read: (name) => new Uint8Array(readFileSync(join(cwd, name))),
      run: (...args) => {
        const { status, stdout, stderr } = spawnSync('openssl', args, { cwd })
        return { said: `${stdout.toString()}${stderr.toString()}`, succeeded: status === 0 }
      },
    })
  } finally {
    rmSync(cwd, { recursive: true })
  }
}
