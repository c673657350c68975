import { expect, test } from 'vitest'
import { randomOf } from '../random.js'
import { askKilled } from './ask-killed.js'

test('an asker killed twice loses no answer and asks nothing twice, over faults of every kind', async () => {
  const tally = await askKilled({ people: 2000, kills: 2 }, randomOf(1815, 'identity-kill', 1))
  expect(tally).toMatchObject({ people: 2000, kills: 2, lives: 3, batches: 4 })
  expect(tally['faults met']).toBeGreaterThan(0)
  expect(tally['tokens asked for']).toBeGreaterThanOrEqual(3)
})
