/** The little that the suite needs to say what must hold. */

/** What a store does that it must not; the message says what was expected. */
export class StoreFault extends Error {
  override readonly name = 'StoreFault'
}

/** @throws StoreFault when two values are not the same JSON, members in their order */
export function same(is: unknown, shouldBe: unknown, what: string): void {
  const [told, wanted] = [JSON.stringify(is), JSON.stringify(shouldBe)]
  if (told !== wanted) {
    throw new StoreFault(`${what}: ${short(told)}, and must be ${short(wanted)}`)
  }
}

const short = (text: string | undefined) => (text ?? 'undefined').slice(0, 300)

/** @throws StoreFault when something does not reject with the code */
export async function refused(work: Promise<unknown>, code: string, what: string): Promise<void> {
  const caught = await work.then(
    () => 'nothing',
    (error: unknown) => (error as { code?: unknown }).code,
  )
  same(caught, code, `${what} is refused with`)
}
