/** Files are served to those entitled alone, and as what no browser runs. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Place } from '../authorisation/places.fixture.js'
import { startPlaces } from '../authorisation/places.fixture.js'
import type { Sandbox } from '../sandbox.js'
import { jpeg, newId } from '../test-platform.fixture.js'

let sandbox: Sandbox
let here: Place
let there: Place
beforeAll(async () => {
  ;({ sandbox, here, there } = await startPlaces())
})
afterAll(() => sandbox.close())

const itemAt = (place: Place) => place.items.get('facility-staff') ?? {}

const get = (headers: Record<string, string>, item = String(itemAt(here)['id'])) => {
  const file = here.files.get('facility-staff') ?? ''
  const url = `http://sandbox/v1/feedback/${item}/evidence/${file}`
  return sandbox.fetch(new Request(url, { headers }))
}

const citizen = (place: Place, phone = '0912345678') => ({
  'x-feedback-reference': String(itemAt(place)['reference']),
  'x-feedback-phone': phone,
})

const officer = (place: Place) => ({
  authorization: `Bearer ${place.tokens.get('facility-staff') ?? ''}`,
})

test.each([
  ['its reporter', () => citizen(here)],
  ['an officer of its desk', () => officer(here)],
])('%s gets the bytes, as a download that runs nowhere', async (_, headers) => {
  const answer = await get(headers())
  expect(answer.status).toBe(200)
  expect(new Uint8Array(await answer.arrayBuffer())).toEqual(new Uint8Array(jpeg(1)))
  expect(answer.headers.get('content-type')).toBe('image/jpeg')
  expect(answer.headers.get('content-disposition')).toMatch(/^attachment; filename="[\w-]+\.jpg"$/)
  expect(answer.headers.get('x-content-type-options')).toBe('nosniff')
  expect(answer.headers.get('content-security-policy')).toBe("sandbox; default-src 'none'")
  expect(answer.headers.get('cache-control')).toBe('no-store')
})

test.each([
  ['another citizen', () => citizen(there)],
  ['somebody with another phone', () => citizen(here, '0912345679')],
  ['somebody with nothing', () => ({})],
  ['an officer elsewhere', () => officer(there)],
  ['its reporter, below another item', () => citizen(there), () => String(itemAt(there)['id'])],
  ['its reporter, below none', () => citizen(here), newId],
])('to %s it does not exist', async (_, headers, item?: () => string) => {
  const answer = await get(headers(), item?.())
  expect(answer.status).toBe(404)
  expect(await answer.text()).toContain('platform.not-found')
})
