/** OpenSSL's command line, which makes the key files of these tests. */
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const installed = spawnSync('openssl', ['version']).status === 0
const required = process.env['CI'] === 'true' || process.env['TIEMCHUNG_REQUIRE'] === 'all'

/** Whether tests that need OpenSSL are passed over; where it is required they run, and fail. */
export const withoutOpenssl = !installed && !required

/** A title that says why its tests are passed over, when they are. */
export const titled = (title: string): string =>
  withoutOpenssl ? `${title} (skipped: the command openssl is not installed)` : title

/** What `openssl` makes of a file `in` as a file `out`. */
export function converted(input: Uint8Array | string, ...args: readonly string[]): Buffer {
  const cwd = mkdtempSync(join(tmpdir(), 'signer-'))
  try {
    writeFileSync(join(cwd, 'in'), input)
    const { status, stderr } = spawnSync('openssl', [...args, '-in', 'in', '-out', 'out'], { cwd })
    if (status !== 0) throw new Error(stderr.toString())
    return readFileSync(join(cwd, 'out'))
  } finally {
    rmSync(cwd, { recursive: true })
  }
}
