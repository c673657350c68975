import type { App } from '../app/operation-spec.js'
import type { Services } from '../services.js'
import { credentialStore } from './credentials.js'
import { cscV1Routes, mySignRoutes } from './csc-v1.js'
import { cscV2Routes } from './csc-v2.js'
import { openDesk, type Transaction } from './desk.js'
import type { ProviderUser, SigningProviders } from './provider.js'
import { providerScriptSchema } from './script.js'
import type { ProviderService } from './service.js'
import { callbackBody, smartCaRoutes } from './smartca.js'

/** A user for each facility that has a key. */
function usersOf({ authority, world }: Services): readonly ProviderUser[] {
  return authority.facilityKeys.map(({ facility }) => ({
    facility,
    userId: `0011850${facility.slice(-5)}`,
    password: world.newSecret(),
    pin: `${world.newCode()}${world.newCode()}`,
    credentials: [`${facility}-es256`, `${facility}-rs256`],
  }))
}

/** What of the providers is shown outside. */
function shown({ client, users, desk, tokens }: ProviderService): SigningProviders {
  const open = () => [...desk.transactions.values()].filter((one) => one.state === 'waiting')
  return {
    client,
    users,
    behave: (script) => desk.behave(providerScriptSchema.parse(script)),
    waiting: () => open().map(({ id }) => id),
    decide: (decision) => {
      const due = open()
      for (const one of due) desk.settle(one, decision === 'confirm' ? 'signed' : 'refused')
      return due.length
    },
    operationsOn: (hash) => desk.operations.get(hash.toLowerCase()) ?? 0,
    tokensGiven: () => tokens.given,
    operations: () => ({
      total: [...desk.operations.values()].reduce((sum, times) => sum + times, 0),
      digests: desk.operations.size,
    }),
  }
}

/** The simulated providers, on the sandbox's own app, and how to end them. */
export function openProviders(
  app: App,
  services: Services,
): { readonly providers: SigningProviders; readonly stop: () => void } {
  const { world, authority, database } = services
  const tell = (transaction: Transaction): void => {
    const { callback, callbacks } = desk.script()
    if (callback === undefined || callbacks === 'lost' || transaction.kind !== 'sign') return
    const body = callbackBody(service, transaction)
    for (let left = callbacks === 'twice' ? 2 : 1; left > 0; left -= 1) {
      world.post(callback, body).catch(() => undefined)
    }
  }
  const desk = openDesk(world, tell)
  const service: ProviderService = {
    services,
    desk,
    credentials: credentialStore(authority, database),
    client: { id: 'tiemchung-test', secret: world.newSecret() },
    users: usersOf(services),
    tokens: { given: 0 },
  }
  cscV1Routes(app, service)
  mySignRoutes(app, service)
  cscV2Routes(app, service)
  smartCaRoutes(app, service)
  return { providers: shown(service), stop: () => desk.close() }
}
