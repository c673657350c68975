import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { Platform } from './platform.js'
import { runModel } from './run-model.js'

let platform: Platform
beforeAll(async () => {
  platform = await Platform.open('memory')
}, 60_000)
afterAll(() => platform.sandbox.close())

describe('the life of feedback', () => {
  test('on the platform is what a simple reference says, whatever people do', async () => {
    const counts = await runModel(platform, { runs: 30 })
    expect(counts['sequences']).toBe(30)
  })
})
