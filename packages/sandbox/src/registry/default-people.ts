import { parsePartialDate } from '@tiemchung/core'
import type { RegisteredPerson } from './register.js'

const person = (
  number: string,
  fullName: string,
  birthDate: string,
  sex: RegisteredPerson['sex'],
  more: Pick<RegisteredPerson, 'oldNumbers' | 'unverifiable'> = {},
): RegisteredPerson => ({ number, fullName, birthDate: parsePartialDate(birthDate), sex, ...more })

/**
 * The people of a register that was given none. All are invented; their province, 096, is one that the
 * default facilities do not lie in, so that nobody else's test data meets them.
 */
export const defaultPeople: readonly RegisteredPerson[] = [
  person('096314900011', 'Nguyễn Thị Mẫu Một', '2014-09-02', 'female'),
  person('096214900022', 'Trần Văn Mẫu Hai', '2014-03-11', 'male'),
  // Only the year is known.
  person('096315900033', 'Lê Ngọc Mẫu Ba', '2015', 'female'),
  // Also known by the number of an old card.
  person('096190900044', 'Phạm Thị Mẫu Bốn', '1990-01-31', 'female', { oldNumbers: ['380900044'] }),
  // The register holds it and cannot decide.
  person('096216900055', 'Võ Văn Mẫu Năm', '2016-07-15', 'male', { unverifiable: true }),
]
