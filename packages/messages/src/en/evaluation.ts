import type { evaluation as zhCN } from '../zh-CN/evaluation.ts'

export const evaluation = {
  'evaluation.notNow': 'This cannot be done to the evaluation as it stands. Reload the page.',
  'evaluation.notYours': 'Your present post cannot do this. Let somebody do it who has this duty, or switch posts.',
  'evaluation.otherUnit': 'The body that owes the figure runs this evaluation.',
  'evaluation.underWay': 'An evaluation for this figure is under way. Open it from the list, or cancel it first.',
  'evaluation.nobodyAsked': 'Nobody holds the chosen posts in the units of “{name}”. Check who is asked.',
  'evaluation.dayPassed': 'The last day lies before today. Take today or later.',
  'evaluation.stillRunning':
    '{count} ballots are out and may come until {day}. Wait for all of them or for the day after.',
  'evaluation.notPaper': 'This channel is not on paper: nothing to count. Check the channel.',
  'evaluation.countAgreed': 'Two counts agree: nothing more to register.',
  'evaluation.countOpen': 'The paper ballots of “{name}” have no two counts that agree. Register them first.',
  'evaluation.scanMissing': 'Attach the scan of the tally sheet.',
  'evaluation.figureReported':
    'The figure of {count} units is reported already. Send it back first, then hand in the result.',
  'evaluation.nothingToFeed': 'No result to hand in: units have none, or the figures are not yours to report.',
  'evaluation.notAsked': 'You are not on the roster of this channel. Ask the body that runs it.',
  'evaluation.notOpen': 'Ballots are taken from {from} to {until}. Come back then.',
  'evaluation.sentAlready': 'Your ballot is sent, and by the rules of this round stands.',
  'evaluation.reasonMissing': 'Give the reason for cancelling.',
  'evaluation.unitMissing': '{count} units have no mark yet. Mark each, then send.',
  'evaluation.unitStrange': 'These are not the units on your ballot; the own unit is never on it. Reload the page.',
  'evaluation.markWrong': '“{text}” is no mark of this channel. Use a level or a mark within the range.',
  'evaluation.spreadExceeded': 'High marks may go to {most} units, and go to {found}. Change some, then send.',
  'evaluation.titleMissing': 'Name the evaluation.',
  'evaluation.daysWrong': 'The last day lies before the first. Check both.',
  'evaluation.numberWrong': 'The result is out of 1 or more. Check it.',
  'evaluation.channelMissing': 'There is no channel yet. Add one.',
  'evaluation.channelName': 'A channel has no name. Name each.',
  'evaluation.weightsWrong': 'Weights of channels are above 0 and add up to 100%. Check them.',
  'evaluation.scaleWrong':
    'The marks of “{name}” cannot be used: two or more levels with names of their own, points falling; points for “do not know” within them.',
  'evaluation.spreadWrong':
    'The forced spread of “{name}” cannot be used: its line lies within the marks, its percent from 0 to 100.',
  'evaluation.trimWrong': 'The trimming of “{name}” cannot be used: it drops at least one mark and never all.',
  'evaluation.rosterMissing': '“{name}” asks nobody. Choose units and posts.',
  'evaluation.countWrong': 'No more ballots come back than went out, and no more are invalid than came back.',
  'evaluation.ballotsDoNotAgree': 'A unit has {found} marks, but {valid} ballots are valid. Check the count.',
  'evaluation.ticketTaken': 'You have taken your ticket of this channel. Vote where you took it, or import the ticket.',
  'evaluation.noTicketsNow': 'Tickets are taken from {from} to {until}, and not after.',
  'evaluation.boxShut': 'Ballots are dropped from the day after {from} until {until}.',
  'evaluation.slipSpent': 'This slip was dropped before and stands. Check whether you have voted.',
  'evaluation.namedSender': 'The request says who you are and was not taken. Reload the page and vote again.',
  'evaluation.slipInvalid':
    'The signature of a slip does not hold. Vote where you took the ticket, or import it again.',
  'evaluation.permitMissing': 'More high marks than the forced spread allows. Give fewer, then vote again.',
  'evaluation.ticketDaysWrong':
    'Tickets come before ballots: their last day lies from the first day on and before the last. Check it.',
  'evaluation.secretMinimum': '“{name}” is secret: its least number is 5 or more, or results would tell who gave them.',
} as const satisfies Record<keyof typeof zhCN, string>
