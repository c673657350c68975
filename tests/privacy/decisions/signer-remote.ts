import {
  callbackInbox,
  lintProviderProfile,
  listRemoteKeys,
  memoryJournal,
  openRemoteSigner,
  parseProviderProfile,
  receiveCallback,
  smartCaProfile,
} from '@tiemchung/signer-remote'
import { markedText, person } from '../person.js'
import type { Decisions } from './decision.js'

/** A provider that repeats what it was told, in every way there is. */
const parrot = (status: number) => () =>
  Promise.resolve(
    Response.json(
      {
        error: person.name,
        error_description: markedText,
        message: person.name,
        status_code: 4002,
      },
      { status },
    ),
  )
const user = () => ({ id: person.number, password: person.phone })
const secrets = { user, client: () => ({ id: person.name, secret: person.number }) }
const failing = {
  user: () => {
    throw new Error(markedText)
  },
}
const reach = (status: number) => ({
  ...{ baseUrl: 'https://provider.example.vn', secrets, fetch: parrot(status) },
  sleep: () => Promise.resolve(),
})
const statuses = [200, 400, 401, 500]

export const signerRemoteDecisions: Decisions = {
  reasons: {},
  recipes: {
    '@tiemchung/signer-remote#openRemoteSigner': () => [
      ...statuses.map((status) => () => openRemoteSigner(smartCaProfile, reach(status))),
      () => openRemoteSigner(smartCaProfile, { ...reach(200), secrets: failing }),
    ],
    '@tiemchung/signer-remote#listRemoteKeys': () =>
      statuses.map((status) => () => listRemoteKeys(smartCaProfile, reach(status))),
    '@tiemchung/signer-remote#lintProviderProfile': () => [
      () => lintProviderProfile({ ...smartCaProfile, states: { [person.name]: person.number } }),
    ],
    '@tiemchung/signer-remote#parseProviderProfile': () => [
      () => parseProviderProfile({ ...smartCaProfile, base: person.name }),
      () => parseProviderProfile(smartCaProfile),
    ],
    '@tiemchung/signer-remote#receiveCallback': () => [
      () => receiveCallback(smartCaProfile, { message: person.name }),
      () => receiveCallback(smartCaProfile, { tran_code: '1', message: person.name }),
    ],
    '@tiemchung/signer-remote#memoryJournal': () => [() => memoryJournal()],
    '@tiemchung/signer-remote#callbackInbox': () => [() => callbackInbox()],
  },
}
