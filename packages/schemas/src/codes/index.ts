export {
  type BirthDateCodes,
  type BirthDateSystem,
  birthDateSystems,
  type InsuranceDate,
  readBirthDate,
  writeBirthDate,
} from './birth-date.js'
export { type EthnicGroup, ethnicGroups } from './ethnic-groups.js'
export { readSex, type SexSystem, sexSystems, writeSex } from './sex.js'
