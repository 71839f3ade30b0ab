import type { plan as source } from '../zh-CN/plan.ts'

const errors = {
  'plan.tooMany':
    '{count} rows are more than the limit of {limit}. Split the plan, or check whether rows were imported twice.',
  'plan.tooLong': 'The text has {count} characters; at most {limit} are possible. Shorten it.',
  'plan.tooDeep': 'Indicator "{name}" lies deeper than {limit} levels. Merge levels.',
  'plan.duplicateKey': 'The key "{key}" is empty or used twice. Delete the duplicate row and save again.',
  'plan.unknownKey': '"{key}" is referred to but no longer in the plan. Choose again, or restore it first.',
  'plan.circular': 'The order of "{name}" runs in a circle. Choose another parent or another step that it needs.',
  'plan.notALeaf':
    '"{name}" has indicators below it; tasks and rules belong to the lowest level only. Move them there.',
  'plan.wrongYear': '"{year}" is no year of appraisal. Enter four digits.',
  'plan.kindFixed': 'The kind of a plan cannot be changed. Begin another plan.',
  'plan.ownerFixed': 'The unit that a plan belongs to cannot be changed. Begin another plan.',
  'plan.noSuchIndicator': 'The plan has no indicator {key}; it may have been deleted. Reload the page.',
  'plan.noResponsibility':
    'Nobody is named to score the indicator["{name}"]. Enter lead unit and section under responsibilities.',
  'plan.noSubstitute':
    'The scoring unit carries this task itself and must stand back, but the plan names no substitute. Name one under recusal.',
  'plan.notNow':
    'This cannot be done at the present stage of the plan[ ({state:planState})]. Reload the page to see the stage.',
  'plan.notYours': 'The post you act under may not do this. Ask whoever may[ ({posts:post})], or switch to that post.',
  'plan.otherUnit': 'The plan belongs to another unit; only that unit can change it.',
  'plan.noSuchFinding': 'This finding no longer exists; the plan may have changed. Check the plan again.',
  'plan.mustBeMended':
    'Without mending this the platform could not go on scoring, so it cannot be executed as printed. Mend it as the finding says.',
  'plan.alreadyAccepted': 'Somebody has already confirmed that this is executed as printed.',
  'plan.reasonMissing': 'Give the reason. Executing as printed, sending back and revising a plan each need one.',
  'plan.mustFix':
    '{count} findings must still be dealt with. Mend each one under plan check, or confirm as printed where that is allowed.',
  'plan.numberMissing': 'Enter the document number.',
  'plan.dateAhead': 'The date {date} is later than today ({today}). Check it.',
  'plan.nextDraftOpen': 'Version {version} is being drafted. Change that draft.',
  'plan.proposalStale': 'The plan has changed and this proposal no longer applies. Check the plan again.',
  'plan.notIssued':
    'The chosen year plan has not been issued, so no plan can be drawn up under it. Wait for its issue, or draft one that stands alone.',
  'plan.unitUnknown':
    'No unit is registered as “{text}”. Check the name, or register it first under Organisations (short names and aliases work too).',
  'plan.unitAmbiguous': '“{text}” stands for more than one unit. Give the full name.',
  'plan.leafAmbiguous': 'Several indicators are called “{text}”. Rename them in the indicator tree first.',
  'plan.milestoneTwice': 'The milestone “{text}” of one indicator and day stands in two rows. Merge or rename them.',
  'plan.unitWithoutLeaf': '“{text}” does not carry the indicator. Name another unit, or assign the task first.',
  'plan.taskTwice': 'The same unit and indicator “{text}” stand in two rows. Merge them.',
  'plan.nameUnknown': 'No section or person “{text}” is registered. Check the name, or register it first.',
  'plan.nameAmbiguous': '“{text}” is more than one section or person. Give its id in the roll (名册) of the file.',
  'plan.fileNotHere':
    'A basis document that the file cites is not on this platform, or not yours to cite. Mark it missing (暂缺) and upload it after the import.',
  'plan.fileFaulty': 'The plan file has {count} faults and was not imported. Line {line}: {first}',
  'plan.onAgenda': 'The plan is on the agenda of “{meeting}” and cannot be issued before it is decided.',
  'plan.notAsAgreed':
    'The text differs from what “{meeting}” agreed to and cannot be issued. Restore that text, or put the changed one before a meeting again.',
  'plan.refusedByMeeting':
    '“{meeting}” did not agree to the plan; it cannot be issued. Change it and put it before a meeting again.',
  'plan.noFile':
    'Something in the plan would not come back from a file as it is, so no file was made. Mend the scoring sentences that the plan check names first.',
  'date.malformed': '"{text}" is not a date. Write it as 2025-01-05.',
  'date.noSuchDay': 'There is no day "{text}". Check the date.',
  'calendar.yearMissing':
    'The table of holidays and shifted working days for {year} has not been entered, so nobody can tell whether {date} is a working day. Enter it under System, calendar, from the notice of the State Council.',
  'calendar.sourceMissing': 'Enter the document number of the holiday notice.',
  'calendar.notOfYear': '{date} is not in {year}. Check it.',
  'calendar.twice': '{date} is listed twice. Delete one.',
  'calendar.notWeekend': '{date} is a working day anyway and need not be listed as a shifted one. Check it.',
} as const

const checks = {
  'adjustment.changeProposed':
    'Reply {number} agrees to adjust "{name}" of {unit}; the plan does not say it yet. Write it in, or say why it is dealt with otherwise.',
  'adjustment.asBonus':
    'Reply {number} agrees to add "{name}" of {unit} as a bonus without marks; the plan stays. Deal with it among the bonuses and say here how.',
  'adjustment.totalMoved':
    'Reply {number} keeps full marks at {total}, and now they differ. Write in the marks that give way as well.',
  'review.changeWanted':
    'The review of {year} took up ({unit}[, {name}]): {wanted}[ ({reason})]. Write it into the plan, or say why it stays as it is.',
  'check.markMissing': 'Indicator "{name}" has no mark. Enter it.',
  'check.weightMissing':
    'Indicator "{name}" has no weight while others beside it have. Give all of them a weight, or none.',
  'check.weightInvalid': 'The weight "{weight}" of indicator "{name}" must be a number above 0. Correct it.',
  'check.weightsDoNotSum':
    'The weights of the components add up to {sum}%, not 100%. Totals are out of {sum} marks. Check them.',
  'check.capInvalid':
    'The cap "{cap}" of bonuses and deductions[, class "{name}",] must be a number of 0 or more; leave it empty for no cap. Correct it.',
  'check.classAboveTotal':
    'The class "{name}" is capped at {cap}, above the cap of all at {total}, so its own cap has no effect. Check it.',
  'check.settingUnnamed': 'An entry under "{setting:setting}" has no name. Name or remove it.',
  'check.gateTarget': 'The veto "{name}" names an indicator or a grade that this plan does not have. Choose again.',
  'check.gradeLinesOrder': 'The score line of grade "{name}" is not below the one before it. Enter them from the top.',
  'check.quotasOverHundred': 'The shares of the grades add up to more than 100%. Check them.',
  'check.settingNumber': '"{text}" is not a number. Enter figures.',
  'check.tieAtCutUnsaid': 'What happens to tied units across a quota line is not said. It will stop there for people.',
  'check.barredUnsaid':
    'Whether units kept from a grade count in the base of the quotas and free their place is not said. Grades of that group will stop for people.',
  'check.unusedUnsaid':
    'Whether places that too few can take pass on to the next grade is not said. Grades of that group will stop for people.',
  'check.marksDoNotSum': 'Indicator "{name}" has {mark} points, those below it add up to {sum}. Check them.',
  'check.markNotQuoted':
    'Indicator "{name}" has {mark} points, the year plan gives "{line}" {quoted}. The year plan governs; check the mark.',
  'check.lineNotFound': 'The line of the year plan that "{name}" quotes no longer exists. Choose it again.',
  'check.lineNotNamed':
    'Indicator "{name}" quotes no line of the year plan, so its mark cannot be checked. Name the line.',
  'check.nameMissing': 'A row has no name. Enter it.',
  'check.sameName': '"{name}" stands {count} times in one place. Rename or merge.',
  'check.noIndicators': 'The plan has no indicators yet. Build the tree first.',
  'check.leafAwaitsAnnex':
    'What "{name}" asks stands in the annex "{annex}", which is missing. The plan can be issued; the indicator is not scored until the annex arrives.',
  'check.ruleMissing': 'Indicator "{name}" has no scoring rule. Write one, or choose judged marks.',
  'check.ruleNotUnderstood':
    'The scoring rule of "{name}" was not understood: "{sentence}". Rewrite it, or choose judged marks.',
  'check.standardMissing': 'Indicator "{name}" has no completion standard, so nothing says when it is done. Add one.',
  'check.evidenceListEmpty':
    'Indicator "{name}" has no evidence list; units cannot know what to prepare. Consider adding one.',
  'check.cardIncomplete':
    'The card of "{name}" has {count} empty fields (formula, measure, unit, period, publisher, release). Fill them, so that all read it alike.',
  'check.formulaUnits':
    'The formula of indicator “{name}” adds or compares {left} and {right}. Check the formula and the units of its data.',
  'check.punishedTwice':
    '“{fact}” already costs points under indicator “{other}”; indicator “{name}” takes them again. Say so if that is meant.',
  'check.exampleFails':
    'An example of indicator “{name}” does not hold: {given} should give {expected}, the rule gives {got}. Check the example or the sentence.',
  'check.exampleUncovered':
    'The examples of indicator “{name}” leave out {count} places, such as {given} ({got}). Add them, so that all read it alike.',
  'check.bindingMissing':
    'The rule of "{name}" uses "{input}" but nothing says where it comes from. Bind it to a data element, the target or a constant.',
  'check.bindingWrongKind':
    'In "{name}" the input "{input}" is bound to "{element}", which is of another type. Choose another element, or change its type.',
  'check.bindingUnused': 'In "{name}" the input "{input}" is bound but the rule does not use it. Consider dropping it.',
  'check.unitDiffers':
    'In "{name}" the input "{input}" is scored in {expected}, but "{element}" is reported in {found}. Use one unit.',
  'check.leafWithoutUnits': 'No unit carries indicator "{name}". Fill in the table of units and tasks.',
  'check.taskWithoutUnit': 'A task of "{name}" names no unit. Enter the unit or delete the row.',
  'check.taskTextMissing': '"{unit}" carries "{name}" but its task is not written. Consider adding it.',
  'check.targetMissing':
    '"{unit}" carries "{name}", whose rule needs a target, and has none. Enter it, or mark it as awaited from above.',
  'check.targetPending':
    'The target of "{unit}" for "{name}" is awaited from above; {owner} asks for it, reminder {remindOn}. The plan can be issued; the item is not scored until then.',
  'check.pendingWithoutOwner':
    'The target of "{unit}" for "{name}" is awaited from above, but nobody is named to ask for it and no reminder is set. Enter both.',
  'check.unitWithoutGroup': '"{unit}" carries tasks but is in no group and cannot be ranked. Put it in one.',
  'check.unitInTwoGroups': '"{unit}" stands in {groups}. A unit belongs to one group; check it.',
  'check.unitWithoutTask': '"{unit}" stands in {groups} but carries no task. Check whether one was forgotten.',
  'check.announcedDiffers': 'The notice says {announced} units for "{name}", {found} are listed. Check the list.',
  'check.ownerMissing': 'Nobody is named to score "{name}". Enter lead unit and section under responsibilities.',
  'check.partOnly':
    'Of "{name}" only the part "{part}" has a responsible section; nothing is said of the rest. Check whether it was forgotten.',
  'check.noSubstitute':
    '"{unit}" scores "{name}" and carries it too, so it must stand back. Name a substitute; until then this item is not scored.',
  'check.noPersonNamed': 'No handler or person responsible is named for "{name}". Consider naming one.',
  'check.personWithoutPost':
    '"{name}" names {person}, who does not hold the post {post:post} in {unit}. Check the name, or enter the post first.',
  'check.noTwoSigners':
    'No two people are free to sign the sheet of “{name}”: among those registered in {unit}, leaving out who holds a post in a unit on it. Add posts, or change responsibility or substitute.',
  'check.oneHand':
    'On the sheet of “{name}”, {person} has two accounts (same name and {sameBy:sameBy}) and could {breach:breach}. Use one account, or correct the register of people.',
  'check.handlerIsHead':
    'The handler of "{name}", {person}, is also the head of {section}; one person cannot sign twice. Name another handler, or let the leader in charge sign second.',
  'check.phoneWithoutAreaCode': 'The telephone number for "{name}" has no area code. Consider adding it.',
  'check.coordinatingMissing':
    'No coordinating section is named, so nothing says who collects the scores. Consider naming it.',
  'check.elementSourceMissing': 'Nobody is named to provide the data element "{name}". Enter the source.',
  'check.elementDateMissing': 'The data element "{name}" has no cut-off or no due day. Enter both.',
  'check.tallyElement':
    'The data element "{name}" is taken from routine records: a section gives it; counts are quantities or counts, points quantities. Check source and type.',
  'check.elementUnused': 'No rule uses the data element "{name}", so it will not be asked. Consider deleting it.',
  'check.askedTwice':
    'The data element "{name}" ({period}) is declared twice, and units would report it twice. Merge them.',
  'check.cutoffAfterDue': 'The cut-off of "{name}", {cutoff}, is later than its due day {due}. Check them.',
  'check.dataAfterStep':
    'The data element "{name}" is due on {due}, later than "{step}" ({stepDue}), so it may be missing when scores are made. Check it.',
  'check.noSteps': 'The plan has no steps. Enter them with their due days.',
  'check.stepWithoutDate': '"{name}" has no due day. Enter it, or execute as printed and say why.',
  'check.stepWithoutOwner': '"{name}" is not tied to a responsible section[ (printed: "{printed}")]. Name it.',
  'check.stepBeforeInput':
    '"{step}" is due on {due}, before "{input}" on which it rests ({inputDue}). The platform reorders nothing; choose what to do.',
  'check.stepSameDay':
    '"{step}" is due on the same day as "{input}" on which it rests, {due}; no time is left. Check it.',
  'check.nonWorkingDay': '"{name}" is due on {date} ({weekday}), a day of rest. Check whether to move it.',
  'check.calendarMissing':
    'Whether {date}, the due day of "{name}", is a working day is not known: the calendar of {year} has not been entered.',
  'check.ownerTwoNames':
    '{owner} has two names in the notice: {names}. Confirm that they are one section, and use one name.',
  'check.issuedLate':
    'The plan is issued on {date}, when part of {year} has passed. Consider stating how earlier work is appraised.',
  'check.milestoneNameMissing': 'A milestone of "{indicator}" has no name. Enter it.',
  'check.milestoneDateMissing': 'The milestone "{name}" has no day. Enter it.',
  'check.milestoneStandardMissing':
    'The milestone "{name}" has neither a standard nor an expected share: nobody can tell when it is done. Enter one.',
  'check.milestoneOutsideYear': 'The day {date} of the milestone "{name}" lies outside {year}. Check it.',
  'check.milestoneUnitOther': 'The milestone "{name}" names {unit}, which does not carry the indicator. Choose others.',
  'check.milestoneNobody': 'Nobody carries the indicator of the milestone "{name}". Check the table of tasks.',
  'check.milestoneShare': 'The expected share "{text}" of the milestone "{name}" must be above 0 and at most 100 %.',
  'check.milestoneShareFalls':
    'The milestone "{name}" expects {expected} %, less than {before} % of "{earlier}" before it. Shares are cumulative.',
  'check.milestoneWithoutTarget':
    'The milestone "{name}" expects a share of the target, but {units} have no figure as target. Check it.',
  'check.lightsInvalid':
    'Limits of lights are whole numbers from 0 to {longest}, red after yellow, and at least one working day between posts.',
  'check.signatureMapEmpty': 'Nobody is set to sign score sheets. Set handler, head of section and so on.',
  'check.signatureTwice':
    'One post ({post:post}) stands twice among the signatures, so one person could sign twice. Change it.',
  'check.approvalChainEmpty':
    'No approval chain is set. Set countersigning, meeting, signature of the principal and so on.',
  'check.settingUnfilled': 'The plan leaves a setting open ({setting:setting}). Fill it in.',
  'check.inspectionEntryUnsaid':
    'The plan does not say whether it stands in the year’s plan of inspections and appraisals. Name document and entry under Settings, or say by which clause it need not.',
  'check.inspectionEntryBlank':
    'Where the plan stands in a plan of inspections, both the document and the entry are needed. Fill them in.',
  'check.settingDefault': 'A setting ({setting:setting}) still has the default of the platform. Confirm or change it.',
  'check.titleMissing': 'The plan has no title. Enter it.',
  'check.addresseesMissing': 'The plan has no addressees. Enter them.',
  'check.annexMissing':
    'Annex {annex}, "{title}"[ ({number})], is missing[; {owner} provides it]. The plan can be issued; complete it in time.',
  'check.basisMissing':
    'The text of "{title}"[ ({number})] has not been uploaded. Consider adding it, so that clauses can be looked up.',
  'check.basisNotInForce':
    'Basis "{document}[ {article}]": {validity:validity}[, the next version is {replacedBy}]. Cite a clause in force, or drop it.',
} as const

const proposals = {
  'propose.moveInput': 'Move "{step}" forward to {date}',
  'propose.moveStep': 'Put "{step}" off to {date}',
  'propose.splitStep': 'Split "{step}": first score by {first}, corrected after verification by {corrected}',
  'propose.previousWorkingDay': 'Move to {date} (working day before)',
  'propose.nextWorkingDay': 'Move to {date} (next working day)',
  'propose.useSum': 'Use the sum, {sum} points',
  'propose.useQuoted': 'Use the {quoted} points of the year plan',
  'propose.useOneName': 'Use "{name}" throughout',
  'propose.useFoundCount': 'Use the {found} units listed',
  'propose.confirmDefault': 'Confirm the default',
  'propose.dropBinding': 'Drop the binding of "{input}"',
  'propose.moveDataDue': 'Make it due on {date}',
  'propose.cutoffOnDue': 'Set the cut-off to {date}',
  'propose.answerUsual': 'Take: {reading}',
  'propose.rewriteOrJudge': 'Rewrite the rule, or choose judged marks',
  'propose.nameSubstitute': 'Name a substitute for {unit}',
  'propose.enterCalendar': 'Enter the calendar of {year}',
  'propose.changeMark': 'Set the mark of "{name}" to {to}',
  'propose.changeWeight': 'Set the weight of "{name}" to {to}%',
  'propose.renameIndicator': 'Rename "{name}" to "{to}"',
  'propose.changeStandard': 'Change the completion standard of "{name}" to "{to}"',
  'propose.changeRule': 'Change the scoring standard of "{name}" to "{to}"',
  'propose.addIndicator': 'Add the indicator "{name}"',
  'propose.dropIndicator': 'Drop the indicator "{name}" with its tasks and duties',
  'propose.setTarget': 'Set the target of "{name}" of {unit} to {value}',
  'propose.dropTask': 'Drop the task "{name}" of {unit}',
  'propose.addItem': 'Add the indicator "{name}" for {unit}, {value} marks',
  'propose.changeOwner': 'Make {value} the lead unit of "{name}"',
  'propose.keepMarks': 'Let other marks give way as replied, full marks unchanged',
} as const

export const plan = { ...errors, ...checks, ...proposals } as const satisfies Record<keyof typeof source, string>
