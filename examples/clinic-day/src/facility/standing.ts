/** Where each child stands at the end of the day. */
import { type ChildCase, makeLedger, type Operation, type RecordCase } from '@tiemchung/clinic'
import type { ChildStanding, Standing } from './calls.js'
import type { Facility } from './facility.js'

/** The class in which a child stopped: the ledger of this one child, followed to its end. */
function classOf(
  child: ChildCase,
  first: RecordCase | undefined,
  operations: readonly Operation[],
): string {
  const own = operations.filter((one) => one.id === first?.operationId)
  const records = first === undefined ? [] : [first]
  const { stages } = makeLedger({ children: [child], records, operations: own })
  const last = stages.filter(({ count }) => count > 0).at(-1)
  const part = last?.parts.find(({ count }) => count > 0)
  return `${last?.id ?? 'listed'}.${part?.id ?? 'unknown'}`
}

/** The ledger of the day, and the class of every child in it. */
export async function standing({ day }: Facility): Promise<Standing> {
  const records = new Map((await day.records()).map((one) => [one.record.id as string, one]))
  const operations = await day.outbox.all()
  const byId = new Map(operations.map((one) => [one.id as string, one]))
  const children = (await day.children()).map((child): ChildStanding => {
    const first = records.get(child.firstRecordId ?? '')
    const sent = byId.get(first?.operationId ?? '')
    return {
      key: child.key,
      at: classOf(child, first, sent === undefined ? [] : [sent]),
      ...(first === undefined
        ? {}
        : { firstRecordId: first.record.id, doseNumber: first.record.dose.number }),
    }
  })
  return { ledger: await day.ledger(), children }
}
