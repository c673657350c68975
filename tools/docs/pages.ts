/** Writes every generated page of docs/; `--check` only compares. */
import './errors.js'
import './authorisation.js'
