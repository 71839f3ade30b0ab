import { robustness } from '@quanheng/domain/scoring/robustness/robustness'

/** Runs in a worker: some thousand years are computed for a hundred units. */
export default robustness
