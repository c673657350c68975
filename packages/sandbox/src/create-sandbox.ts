import { facilityRenewalPolicy } from '@tiemchung/signing'
import { createApp } from './app/create-app.js'
import { requestLimit } from './app/request-limit.js'
import type { App } from './app/operation-spec.js'
import { openAuthority } from './authority/open-authority.js'
import type { FacilityIssuer } from './authority/facility-issuer.js'
import { facilityLists } from './authority/facility-lists.js'
import { controlRoutes } from './control/control.js'
import type { Database } from './database/database.js'
import { migrate } from './database/migrations.js'
import { openInFolder, openInMemory } from './database/pglite.js'
import { openPostgres } from './database/postgres.js'
import { seedCertificates } from './facility-certificate/kept.js'
import { faultScript } from './fault/faults.js'
import { withFaults } from './fault/with-faults.js'
import { openApiDocument } from './openapi/document.js'
import { withOrigins } from './origin/with-origins.js'
import { openProviders } from './provider/open-providers.js'
import { defaultPeople } from './registry/default-people.js'
import { putPeople, seedPeople } from './registry/register.js'
import { defaultFacilities, keyValidity, seedAccounts, seedFacilities } from './seed.js'
import type { Sandbox, SandboxDatabase, SandboxOptions, SentMessage } from './sandbox.js'
import type { Services } from './services.js'
import { deliverWebhooks } from './webhook/deliver.js'
import { movableClock, type SandboxWorld, sandboxWorld } from './world.js'

function openDatabase(where: SandboxDatabase, world: SandboxWorld): Promise<Database> {
  if (where === 'memory') return openInMemory()
  if ('folder' in where) return openInFolder(where.folder)
  return Promise.resolve(openPostgres(where.url, (milliseconds) => world.sleep(milliseconds)))
}

/** What is in a database before the first request: tables, facilities, accounts, people, keys. */
async function prepare(
  database: Database,
  world: SandboxWorld,
  { facilities = defaultFacilities, people = defaultPeople, freshAccounts }: SandboxOptions,
): Promise<Pick<Sandbox, 'accounts' | 'authority'> & { issuer: FacilityIssuer }> {
  await migrate(database)
  await seedFacilities(database, facilities)
  await seedPeople(database, people)
  const accounts = await seedAccounts(database, world, {
    facilities,
    fresh: freshAccounts ?? false,
  })
  const opened = await openAuthority(database, facilities, keyValidity(world))
  await seedCertificates(database, world, opened.authority.facilityKeys)
  return { accounts, ...opened }
}

/** A database that is ready, or none: what cannot be prepared is closed again. */
async function prepared(database: Database, world: SandboxWorld, options: SandboxOptions) {
  try {
    // Two processes that start on one server prepare it one after the other.
    return await database.alone(() => prepare(database, world, options))
  } catch (caught) {
    await database.close()
    throw caught
  }
}

async function findMessages(
  database: Database,
  to: { readonly phone?: string; readonly account?: string },
): Promise<readonly SentMessage[]> {
  return database.query<SentMessage>(
    `select phone, account, purpose, text from sent_message
     where ($1::text is null or phone = $1) and ($2::text is null or account = $2)
     order by id desc limit 20`,
    [to.phone ?? null, to.account ?? null],
  )
}

/** What a sandbox works by, as it is asked or by default. */
function termsOf(
  world: SandboxWorld,
  issuer: FacilityIssuer,
  options: SandboxOptions,
): Omit<Services, 'database' | 'world' | 'authority' | 'issuer'> {
  const { renewal, timestamps, batchPolls, holdDays, codeLimits, passwordLimit } = options
  return {
    lists: facilityLists(issuer),
    renewal: renewal ?? facilityRenewalPolicy,
    timestamps,
    faults: faultScript(),
    batchPolls: batchPolls ?? 1,
    holdDays: holdDays ?? 30,
    codeLimits: { perPhone: 30, perAccount: 30, ...codeLimits },
    passwordLimit: { tries: 10, minutes: 15, ...passwordLimit },
    requests: requestLimit(world, options.requestsPerMinute ?? 60_000),
  }
}

/** A sandbox over a database and a world that are open; the database is closed with it. */
export async function sandboxOver(
  database: Database,
  world: SandboxWorld,
  options: Omit<SandboxOptions, 'database' | 'at'>,
): Promise<Sandbox> {
  const { accounts, authority, issuer } = await prepared(database, world, options)
  const services = { database, world, authority, issuer, ...termsOf(world, issuer, options) }
  const { faults } = services
  const app: App = createApp(services)
  const { providers, stop } = openProviders(app, services)
  const handler = withFaults((request, from) => Promise.resolve(app.fetch(request, from)), services)
  const sandbox: Sandbox = {
    fetch: withOrigins(handler, options.origins ?? []),
    setClock: (at) => {
      world.clock.set(at)
    },
    faults,
    accounts,
    authority,
    providers,
    addPeople: (people) => putPeople(database, people),
    messages: (to) => findMessages(database, to),
    deliverWebhooks: () => deliverWebhooks(services),
    openApi: () => openApiDocument(app),
    close: () => {
      stop()
      return database.close()
    },
  }
  controlRoutes(app, sandbox)
  return sandbox
}

/**
 * Starts a sandbox: a database, certificate authorities, accounts, a register, the whole API.
 *
 * In a folder or on a server it finds everything again that it had, keys and passwords included. Its keys
 * are test keys. The environment is not read: name a server as `{ url: process.env.DATABASE_URL }`.
 *
 * @throws DatabaseError `sandbox.database.unreachable`, `sandbox.database.in-use`
 * @example
 * ```ts
 * import { createSandbox } from '@tiemchung/sandbox'
 * const sandbox = await createSandbox()
 * const answer = await sandbox.fetch(new Request('http://sandbox/v1/trust-list'))
 * answer.status // => 200
 * await sandbox.close()
 * ```
 */
export async function createSandbox(options: SandboxOptions = {}): Promise<Sandbox> {
  const clock = movableClock()
  if (options.at !== undefined) clock.set(options.at)
  const world: SandboxWorld = sandboxWorld(clock)
  const database = await openDatabase(options.database ?? 'memory', world)
  return sandboxOver(database, world, options)
}
