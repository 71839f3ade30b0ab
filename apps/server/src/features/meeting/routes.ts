import * as assigned from '@quanheng/contract/assigned-task'
import * as contract from '@quanheng/contract/meeting'
import * as groupContract from '@quanheng/contract/steering-group'
import { ok } from '@quanheng/domain/kernel/result'
import { type Binding, bindCommand, bindQuery } from '../../platform/http/bind.ts'
import type { Platform } from '../../platform/platform.ts'
import * as conclude from './conclude-service.ts'
import { meetingFileOf, taskFileOf } from './files.ts'
import { groupPaper } from './group-paper.ts'
import { groups, setGroup } from './group-service.ts'
import { list } from './list.ts'
import { matters } from './matter-query.ts'
import { printed } from './print.ts'
import * as services from './services.ts'
import { show } from './show.ts'
import { superviseSlip } from './supervise-slip.ts'
import { listTasks, showTask } from './task-query.ts'
import * as tasks from './task-services.ts'

export const meetingRoutes = (platform: Platform): readonly Binding[] => [
  bindQuery(contract.listMeetings, async ({ db, actor, query }) => ok(await list(db, actor, query))),
  bindQuery(contract.listMatters, async ({ db, posts }) => ok(await matters(db, posts))),
  bindQuery(contract.showMeeting, ({ db, actor, params, context }) => show(db, actor, params.meetingId, context.today)),
  bindQuery(contract.meetingFile, ({ db, actor, params }) =>
    meetingFileOf(db, actor, params.meetingId, params.fileDigest),
  ),
  bindQuery(contract.meetingPaper, ({ params, query, ...asked }) =>
    printed(platform, asked, { meetingId: params.meetingId, ...query }),
  ),
  bindCommand(contract.beginMeeting, services.begin),
  bindCommand(contract.editMeeting, services.edit),
  bindCommand(contract.proposeTopics, services.propose),
  bindCommand(contract.confirmTopics, services.confirm),
  bindCommand(contract.returnTopics, services.sendBack),
  bindCommand(contract.sendPack, services.sendPack),
  bindCommand(contract.giveOpinion, services.giveOpinion),
  bindCommand(contract.registerMeeting, services.register),
  bindCommand(contract.confirmMeeting, conclude.confirm),
  bindCommand(contract.declineMeeting, services.decline),
  bindCommand(contract.issueMinutes, conclude.issueMinutes),
  bindCommand(contract.cancelMeeting, services.cancel),
  bindQuery(groupContract.showSteeringGroup, async ({ db, actor, context }) =>
    ok(await groups(db, actor, context.today)),
  ),
  bindQuery(groupContract.steeringGroupPaper, ({ params, query, ...asked }) =>
    groupPaper(platform, asked, { ...params, ...query }),
  ),
  bindCommand(groupContract.setSteeringGroup, setGroup),
  bindQuery(assigned.listAssignedTasks, async ({ db, actor, query, context }) =>
    ok(await listTasks(db, actor, query, context.today)),
  ),
  bindQuery(assigned.showAssignedTask, ({ db, actor, params, context }) =>
    showTask(db, actor, params.assignedTaskId, context.today),
  ),
  bindQuery(assigned.assignedTaskPaper, ({ params, query, ...asked }) =>
    superviseSlip(platform, asked, { ...params, ...query }),
  ),
  bindQuery(assigned.assignedTaskFile, ({ db, actor, params }) =>
    taskFileOf(db, actor, params.assignedTaskId, params.fileDigest),
  ),
  bindCommand(assigned.assignTasks, tasks.assign),
  bindCommand(assigned.reportAssignedTask, tasks.report),
  bindCommand(assigned.acceptAssignedTask, tasks.accept),
  bindCommand(assigned.returnAssignedTask, tasks.sendBack),
  bindCommand(assigned.extendAssignedTask, tasks.extend),
]
