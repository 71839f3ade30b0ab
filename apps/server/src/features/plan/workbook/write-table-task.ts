import { writeTable } from '@quanheng/papers/xlsx/write-table'

export default writeTable
