import { parseInstant, toBase64 } from '@tiemchung/core'
import { instantSchema, partialDateSchema } from '@tiemchung/schemas'
import * as z from 'zod'
import type { App, AppContext } from '../app/operation-spec.js'
import type { Sandbox } from '../sandbox.js'
import { faultSchema } from '../fault/faults.js'
import { Problem } from '../problem.js'
import { providerScriptSchema } from '../provider/script.js'
import type { RegisteredPerson } from '../registry/register.js'

const clockSchema = z.strictObject({ at: instantSchema.nullable() })

const personSchema = z.strictObject({
  number: z.string(),
  oldNumbers: z.array(z.string()).optional(),
  fullName: z.string(),
  birthDate: partialDateSchema,
  sex: z.enum(['male', 'female', 'unknown']),
  unverifiable: z.boolean().optional(),
})

const peopleSchema = z.array(personSchema).max(5000)

/** The body of a request to a switch. */
async function bodyOf<Schema extends z.ZodType>(
  context: AppContext,
  schema: Schema,
): Promise<z.output<Schema>> {
  const value: unknown = await context.req.json().catch(() => undefined)
  const result = schema.safeParse(value)
  if (result.success) return result.data
  throw new Problem(422, 'platform.body')
}

/** What test clients need to sign and to verify. All keys are the sandbox's own test keys. */
function keysOf({ facilityKeys, facilityAnchors, countryAnchors }: Sandbox['authority']) {
  return {
    facilities: facilityKeys.map(({ facility, algorithm, pkcs8, chain }) => ({
      facility,
      algorithm,
      testKey: toBase64(pkcs8),
      chain: chain.map(toBase64),
    })),
    facilityAnchors: facilityAnchors.map(toBase64),
    countryAnchors: countryAnchors.map(toBase64),
  }
}

const decisionSchema = z.strictObject({ decision: z.enum(['confirm', 'refuse']) })

/** The switches of the signing providers. */
function providerRoutes(app: App, { providers }: Sandbox): void {
  app.put('/_sandbox/providers/script', async (context) => {
    providers.behave(await bodyOf(context, providerScriptSchema))
    return context.json({})
  })
  app.get('/_sandbox/providers', (context) => {
    const { client, users } = providers
    return context.json({
      client,
      users,
      waiting: providers.waiting(),
      operations: providers.operations(),
    })
  })
  app.post('/_sandbox/providers/decisions', async (context) => {
    const { decision } = await bodyOf(context, decisionSchema)
    return context.json({ decided: providers.decide(decision) })
  })
}

/**
 * The sandbox's own switches, below `/_sandbox`: faults, clock, messages, people, keys, providers. They are no part
 * of the platform's API and of its OpenAPI document.
 */
export function controlRoutes(app: App, sandbox: Sandbox): void {
  app.post('/_sandbox/faults', async (context) => {
    sandbox.faults.add(await bodyOf(context, faultSchema))
    return context.json({}, 201)
  })
  app.delete('/_sandbox/faults', (context) => {
    sandbox.faults.clear()
    return context.json({ met: sandbox.faults.met })
  })
  app.put('/_sandbox/clock', async (context) => {
    const { at } = await bodyOf(context, clockSchema)
    sandbox.setClock(at === null ? undefined : parseInstant(at))
    return context.json({})
  })
  app.get('/_sandbox/messages', async (context) => {
    const { phone, account } = context.req.query()
    const to = {
      ...(phone === undefined ? {} : { phone }),
      ...(account === undefined ? {} : { account }),
    }
    return context.json({ items: await sandbox.messages(to) })
  })
  app.post('/_sandbox/people', async (context) => {
    const people = await bodyOf(context, peopleSchema)
    await sandbox.addPeople(people as unknown as RegisteredPerson[])
    return context.json({ people: people.length }, 201)
  })
  app.post('/_sandbox/webhooks/deliveries', async (context) =>
    context.json(await sandbox.deliverWebhooks()),
  )
  providerRoutes(app, sandbox)
  app.get('/_sandbox/keys', (context) => context.json(keysOf(sandbox.authority)))
}
