import type { Ticket } from '@quanheng/domain/supervision/ticket'
import { word } from '../../shared/i18n/word.ts'
import { StateTag } from '../../shared/state/StateTag.tsx'
import { ticketToneOf } from './supervision.ts'

/** 提示、黄色督办、红色督办 in its colour and its word. */
export const TicketTag = ({ ticket }: { readonly ticket: Ticket }) => (
  <StateTag word={word('ticket', ticket)} tone={ticketToneOf[ticket]} />
)
