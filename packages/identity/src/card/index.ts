export {
  type CardRepair,
  checkCitizenCard,
  type CitizenCard,
  parseCitizenCard,
} from './card-qr.js'
