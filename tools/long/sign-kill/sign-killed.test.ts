import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { randomOf } from '../random.js'
import { bundle, type Facility, makeFacility, signKilled } from './sign-killed.js'

let root: string
let world: { program: string; facility: Facility }
beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'tiemchung-sign-kill-test-'))
  world = { program: await bundle(root), facility: await makeFacility(root) }
}, 60_000)
afterAll(() => rm(root, { recursive: true, force: true }))

test.each([
  { mode: 'records', at: 'provider' },
  { mode: 'seal', at: 'provider' },
  { mode: 'records', at: 'own-key' },
  { mode: 'seal', at: 'own-key' },
] as const)(
  'a clinic that signs $mode with $at and is killed twice signs everything, and nothing twice',
  async (kind) => {
    const random = randomOf(1815, 'sign-kill-test', 1)
    const folder = join(root, `${kind.mode}-${kind.at}`)
    const counts = await signKilled(folder, world, { ...kind, kills: 2 }, random)
    expect(counts).toMatchObject({ kills: 2, 'records lost': 0 })
    expect(counts['records signed']).toBeGreaterThanOrEqual(24)
  },
  120_000,
)
