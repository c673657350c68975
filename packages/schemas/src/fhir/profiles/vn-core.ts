import { vnCoreProfile } from '../systems.js'
import type { FhirProfile, ProfileSlip } from './profile.js'

const slips: readonly ProfileSlip[] = [
  {
    id: 'identifier-names',
    says: {
      vi: 'Hệ mã citizen_id dành cho CMT cũ, national_id dành cho thẻ CCCD; tên tiếng Anh dễ gây nhầm.',
      en: 'citizen_id is the old card (CMT), national_id the CCCD card; the English names suggest the opposite.',
    },
    written: {
      vi: 'Số định danh 12 số ghi vào national_id, CMND 9 và 12 số vào citizen_id.',
      en: 'The personal number goes to national_id, cards of 9 and 12 digits to citizen_id.',
    },
  },
  {
    id: 'vaccine-codes',
    says: {
      vi: 'Lát cắt vaccineCode bắt buộc dùng danh mục CVX chưa có vắc xin COVID-19; trong tệp, lát cắt không có tiêu chí phân biệt.',
      en: 'The slice of vaccineCode is bound, required, to CVX without COVID-19; in the file it has no discriminator.',
    },
    written: {
      vi: 'Mã CVX của vắc xin COVID-19 là một mã khác trong cùng khái niệm; lát cắt để trống.',
      en: 'The CVX code of a COVID-19 vaccine is another coding of the same concept; the slice stays empty.',
    },
  },
  {
    id: 'facility-naming-system',
    says: {
      vi: 'NamingSystem của mã cơ sở KCB lặp lại URI của số giấy phép hoạt động.',
      en: 'The naming system of the facility code repeats the URI of the licence number.',
    },
    written: {
      vi: 'Mã cơ sở dùng URI của hồ sơ cơ sở: sid/provider-code.',
      en: 'The facility code has the URI of the provider profile: sid/provider-code.',
    },
  },
  {
    id: 'identifier-discriminators',
    says: {
      vi: 'Các lát cắt của identifier phân biệt theo system và value, nhưng không lát cắt nào cố định value.',
      en: 'Slices of identifiers are told apart by system and value, and none of them fixes a value.',
    },
    written: {
      vi: 'Lát cắt được hiểu là phân biệt theo system.',
      en: 'They are taken to be told apart by their system.',
    },
  },
  {
    id: 'ethic',
    says: {
      vi: 'Bộ mã "ethic" mang tên tôn giáo và liệt kê tôn giáo; dân tộc nằm ở extension-race.',
      en: 'The code system "ethic" is titled religion and lists religions; ethnic groups are in extension-race.',
    },
    written: {
      vi: 'Dân tộc ghi vào extension-race; không ghi tôn giáo.',
      en: 'The ethnic group goes to extension-race; no religion is written.',
    },
  },
  {
    id: 'race-modifier',
    says: {
      vi: 'extension-race được đánh dấu isModifier nhưng nằm trong extension.',
      en: 'extension-race is marked as a modifier and stands in extension.',
    },
    written: {
      vi: 'Ghi trong extension, như hồ sơ người bệnh yêu cầu.',
      en: 'It is written in extension, as the patient profile asks.',
    },
  },
  {
    id: 'administrative-address',
    says: {
      vi: 'Danh mục địa danh hành chính không có nội dung, đề năm 2020, trước khi bỏ cấp huyện (01/07/2025).',
      en: 'The code system of administrative units is "not present" and of 2020, before districts ended (01/07/2025).',
    },
    written: {
      vi: 'Mã ghi kèm version là ngày mà mã có hiệu lực; không có quận, huyện thì không ghi.',
      en: 'Codes carry as their version the day on which they held; without a district none is written.',
    },
  },
  {
    id: 'chief-complaint',
    says: {
      vi: 'Lượt khám bắt buộc có một chẩn đoán bệnh chính (CC), kể cả khi tiêm chủng cho người khoẻ mạnh.',
      en: 'A visit has exactly one chief complaint (CC), also when somebody healthy is vaccinated.',
    },
    written: {
      vi: 'Chẩn đoán chỉ có chữ, không trỏ tới bệnh nào.',
      en: 'The diagnosis is words alone and points at no condition.',
    },
  },
  {
    id: 'encounter-of-earlier-doses',
    says: {
      vi: 'Mỗi mũi tiêm bắt buộc thuộc một lượt khám, kể cả mũi tiêm ở nơi khác.',
      en: 'Every dose belongs to a visit, also one that was given elsewhere.',
    },
    written: {
      vi: 'Lượt khám của mũi trước ghi là không biết (data-absent-reason).',
      en: 'The visit of an earlier dose is written as unknown (data-absent-reason).',
    },
  },
  {
    id: 'practitioner-name',
    says: {
      vi: 'Nhân viên y tế bắt buộc có họ tên.',
      en: 'A practitioner has a name.',
    },
    written: {
      vi: 'Bản ghi chỉ biết tài khoản: tài khoản được ghi thay họ tên nếu không truyền vào.',
      en: 'A record knows an account: it stands for the name unless names are passed in.',
    },
  },
  {
    id: 'jurisdiction',
    says: {
      vi: 'NamingSystem ghi mã nước 826 (Vương quốc Anh) thay cho 704 (Việt Nam).',
      en: 'Naming systems name the country 826 (United Kingdom) in place of 704 (Viet Nam).',
    },
    written: { vi: 'Không dùng đến.', en: 'It is not used.' },
  },
]

/** The draft of Viet Nam's core profiles (hl7vn/vn-core-ig, October 2025), with its slips. */
export const vnCore: FhirProfile = {
  id: 'vn-core',
  fhirVersion: '4.0.1',
  status: 'draft',
  sources: ['https://github.com/hl7vn/vn-core-ig'],
  canonicals: {
    Patient: vnCoreProfile('vn-core-patient'),
    Immunization: vnCoreProfile('vn-core-immunization'),
    Organization: vnCoreProfile('vn-core-provider'),
    Practitioner: vnCoreProfile('vn-core-practitioner'),
    Location: vnCoreProfile('vn-core-location'),
    Encounter: vnCoreProfile('vn-core-encounter'),
  },
  nationalExtensions: true,
  chiefComplaint: true,
  slips,
}
