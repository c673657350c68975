export { unitErrors as errorCatalogue } from '../errors/units.js'
export {
  assumedFacilityCodes,
  type FacilityCodeRule,
  type FacilityJudging,
  facilityIssues,
  unitPeriodIssues,
} from '../facility/facility-issues.js'
export { type DatedUnit, periodOn, reportsTo } from '../facility/period-on.js'
export { addressIssues, type CodedAddress } from './address/address-issues.js'
export { type ConvertedAddress, convertAddress } from './address/convert-address.js'
export type { CommuneConversion } from './commune/commune-conversion.js'
export { convertCommune } from './commune/convert-commune.js'
export { type ConvertedLists, lintCommuneConversion } from './commune/lint-conversion.js'
export { loadCommuneConversion, readCommuneConversionCsv } from './commune/load-conversion.js'
export type { Conversion } from './conversion.js'
export { levelsOn, type UnitLevel } from './level.js'
export type {
  AdministrativeUnit,
  AdministrativeUnits,
  NameQuery,
} from './list/administrative-unit.js'
export { loadAdministrativeUnits, type UnitListOptions } from './list/load-units.js'
export { convertProvince } from './province/convert-province.js'
export { provinceOn, provincesOn } from './province/province-on.js'
export type { Province } from './province/provinces.js'
