import { describe, expect, test } from 'vitest'
import { leaf, verify } from '../path/chain.fixture.js'
import { testKey } from '../certificate/forge.fixture.js'
import { peculiarCrypto } from './index.js'

describe('peculiarCrypto', () => {
  test('judges a path as the host does', async () => {
    const crypto = await peculiarCrypto()
    expect((await verify({ crypto })).verdict).toBe('valid')
    expect((await verify({ crypto, leaf: leaf({}, testKey()) })).verdict).toBe('invalid')
  })

  test('says what is missing when the package is not installed', async () => {
    const load = () => Promise.reject(new Error('not found'))
    await expect(peculiarCrypto(load)).rejects.toMatchObject({ code: 'x509.peculiar.missing' })
  })
})
