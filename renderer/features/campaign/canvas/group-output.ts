/** The output of a collapsed group that stands for one of an activity in it. */
export const outputOfGroup = (activity: string, output: string) => `${activity}/${output}`;
