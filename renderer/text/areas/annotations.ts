import { plural } from '../../../core/base/plural';
import type { NoteRole } from '../../../core/model/annotations';

export const annotationsEn = {
  family: 'Annotate',
  note: 'Note',
  notePurpose: 'Words on the canvas; they change nothing',
  group: 'Group',
  groupPurpose: 'A frame with a title around what is selected',
  groupNeedsMembers: 'Select activities or notes to frame',
  newGroup: 'Group',
  roles: { remark: 'Remark', question: 'Question', decision: 'Decision', task: 'To do', warning: 'Warning' } as Record<NoteRole, string>,
  role: 'What it is for',
  words: 'Words',
  noWords: 'Empty note',
  noteOf: (role: string, words: string) => `${role}: ${words}`,
  groupOf: (title: string, n: string) => `Group ${title}, ${n}`,
  inGroup: (title: string) => `in ${title}`,
  title: 'Title',
  width: 'Width',
  height: 'Height',
  members: 'In this group',
  takeOut: (what: string) => `Take ${what} out of the group`,
  ungroup: 'Ungroup',
  collapse: 'Collapse group',
  expand: 'Open group',
  write: 'Write',
  contents: (activities: number, notes: number) =>
    [activities > 0 && plural(activities, 'activity', 'activities'), notes > 0 && plural(notes, 'note', 'notes')]
      .filter(Boolean)
      .join(', '),
  edits: {
    note: 'add note',
    changeNote: 'change note',
    resize: 'resize note',
    group: 'group',
    ungroup: 'ungroup',
    renameGroup: 'rename group',
    collapse: 'collapse group',
    expand: 'open group',
  },
};

export const annotationsEs: typeof annotationsEn = {
  family: 'Anotar',
  note: 'Nota',
  notePurpose: 'Palabras en el lienzo; no cambian nada',
  group: 'Grupo',
  groupPurpose: 'Un marco con título alrededor de lo seleccionado',
  groupNeedsMembers: 'Seleccione las actividades o notas que enmarcar',
  newGroup: 'Grupo',
  roles: { remark: 'Observación', question: 'Pregunta', decision: 'Decisión', task: 'Tarea', warning: 'Aviso' },
  role: 'Para qué es',
  words: 'Texto',
  noWords: 'Nota vacía',
  noteOf: (role, words) => `${role}: ${words}`,
  groupOf: (title, n) => `Grupo ${title}, ${n}`,
  inGroup: (title) => `en ${title}`,
  title: 'Título',
  width: 'Ancho',
  height: 'Alto',
  members: 'En este grupo',
  takeOut: (what) => `Sacar ${what} del grupo`,
  ungroup: 'Desagrupar',
  collapse: 'Plegar grupo',
  expand: 'Desplegar grupo',
  write: 'Escribir',
  contents: (activities, notes) =>
    [activities > 0 && plural(activities, 'actividad', 'actividades'), notes > 0 && plural(notes, 'nota', 'notas')]
      .filter(Boolean)
      .join(', '),
  edits: {
    note: 'añadir nota',
    changeNote: 'cambiar nota',
    resize: 'cambiar el tamaño de la nota',
    group: 'agrupar',
    ungroup: 'desagrupar',
    renameGroup: 'cambiar el nombre del grupo',
    collapse: 'plegar grupo',
    expand: 'desplegar grupo',
  },
};
