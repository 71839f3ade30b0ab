import { analyse } from '@quanheng/domain/analysis/analyse'

/** Runs in a worker: a large year has hundreds of thousands of rows. */
export default analyse
