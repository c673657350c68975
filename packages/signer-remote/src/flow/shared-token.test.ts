import { SigningError } from '@tiemchung/core'
import { errorCatalogue } from '@tiemchung/signing'
import { describe, expect, test } from 'vitest'
import { sharedToken } from './shared-token.js'

/** Log-ins that are answered when the test says so. */
function desk() {
  const open: { resolve: (token: string) => void; reject: (error: Error) => void }[] = []
  const logIn = () =>
    new Promise<string>((resolve, reject) => {
      open.push({ resolve, reject })
    })
  return { open, logIn }
}

describe('sharedToken', () => {
  test('is asked for once, however many wait, and again when it was refused', async () => {
    const { open, logIn } = desk()
    const token = sharedToken()
    token.begin()
    const first = [token.get(logIn), token.get(logIn), token.get(logIn)]
    open[0]?.resolve('một')
    expect(await Promise.all(first)).toEqual(['một', 'một', 'một'])
    const renewed = [token.get(logIn, 'một'), token.get(logIn, 'một')]
    open[1]?.resolve('hai')
    expect(await Promise.all(renewed)).toEqual(['hai', 'hai'])
    expect(await token.get(logIn, 'một')).toBe('hai')
    expect(open).toHaveLength(2)
  })

  test('is let go of when the last call has ended', async () => {
    const { open, logIn } = desk()
    const token = sharedToken()
    const [one, other] = [token.begin(), token.begin()]
    const asked = token.get(logIn)
    open[0]?.resolve('một')
    await asked
    one()
    expect(await token.get(logIn)).toBe('một')
    other()
    token.begin()
    const again = token.get(logIn)
    open[1]?.resolve('hai')
    expect(await again).toBe('hai')
  })

  test('a refusal is everybody’s; a call that was given up leaves the others to ask', async () => {
    const { open, logIn } = desk()
    const token = sharedToken()
    token.begin()
    const refused = [token.get(logIn), token.get(logIn)]
    open[0]?.reject(new SigningError(errorCatalogue, 'signing.rejected'))
    const ends = await Promise.allSettled(refused)
    expect(ends.map(({ status }) => status)).toEqual(['rejected', 'rejected'])
    const [given, left, other] = [token.get(logIn), token.get(logIn), token.get(logIn)]
    open[1]?.reject(new SigningError(errorCatalogue, 'signing.stopped'))
    await expect(given).rejects.toMatchObject({ code: 'signing.stopped' })
    open[2]?.resolve('hai')
    expect(await Promise.all([left, other])).toEqual(['hai', 'hai'])
    expect(open).toHaveLength(3)
  })
})
