// A machine of one task for every integration and pattern that the CDK has: [name, (scope, pattern) => task].

import {
  Duration, Size, aws_apigateway as apigateway, aws_apigatewayv2 as apigatewayv2, aws_batch as batch,
  aws_bedrock as bedrock, aws_codebuild as codebuild, aws_dynamodb as dynamodb, aws_ec2 as ec2, aws_ecs as ecs,
  aws_eks as eks, aws_events as events, aws_iam as iam, aws_kms as kms, aws_lambda as lambda, aws_s3 as s3, aws_sns as sns,
  aws_sqs as sqs, aws_stepfunctions as sfn, aws_stepfunctions_tasks as tasks,
} from "aws-cdk-lib";

const here = { region: "eu-west-1", account: "111122223333" };
const arn = (service, resource) => `arn:aws:${service}:${here.region}:${here.account}:${resource}`;
const role = (scope, name) => iam.Role.fromRoleArn(scope, name, `arn:aws:iam::${here.account}:role/${name}`);
const kmsKey = (scope) => kms.Key.fromKeyArn(scope, "Key", arn("kms", "key/1"));
const table = (scope) => dynamodb.Table.fromTableName(scope, "Table", "orders");
const text = (value) => sfn.TaskInput.fromText(value);
const object = (value) => sfn.TaskInput.fromObject(value);
const token = { token: sfn.JsonPath.taskToken };
const key = { id: tasks.DynamoAttributeValue.fromString("1") };
const { REQUEST_RESPONSE, RUN_JOB, WAIT_FOR_TASK_TOKEN } = sfn.IntegrationPattern;
const suffixes = { [REQUEST_RESPONSE]: "", [RUN_JOB]: ".sync", [WAIT_FOR_TASK_TOKEN]: ".waitForTaskToken" };

const machine = (scope) => sfn.StateMachine.fromStateMachineArn(scope, "Child", arn("states", "stateMachine:child"));

/** One integration, with the patterns that the CDK offers. */
const all = [
  ["apigateway:invoke", [REQUEST_RESPONSE, WAIT_FOR_TASK_TOKEN], (scope, integrationPattern) =>
    new tasks.CallApiGatewayRestApiEndpoint(scope, "Task", {
      api: apigateway.RestApi.fromRestApiId(scope, "Api", "abc123"), stageName: "dev", apiPath: "/pets",
      method: tasks.HttpMethod.GET, authType: tasks.AuthType.IAM_ROLE, integrationPattern,
      ...(integrationPattern === WAIT_FOR_TASK_TOKEN && { headers: object({ token: sfn.JsonPath.array(sfn.JsonPath.taskToken) }) }),
    })],
  ["apigateway:invoke of an HTTP API", [REQUEST_RESPONSE], (scope, integrationPattern) =>
    new tasks.CallApiGatewayHttpApiEndpoint(scope, "Task", {
      apiId: "abc123", apiStack: scope, stageName: "dev", apiPath: "/pets", method: tasks.HttpMethod.GET,
      authType: tasks.AuthType.IAM_ROLE, integrationPattern,
    })],
  ["athena:startQueryExecution", [REQUEST_RESPONSE, RUN_JOB], (scope, integrationPattern) =>
    new tasks.AthenaStartQueryExecution(scope, "Task", {
      queryString: "select 1", queryExecutionContext: { databaseName: "sales" }, workGroup: "reports",
      resultConfiguration: { outputLocation: { bucketName: "results", objectKey: "athena" } }, integrationPattern,
    })],
  ["athena:startQueryExecution without a place", [REQUEST_RESPONSE], (scope, integrationPattern) =>
    new tasks.AthenaStartQueryExecution(scope, "Task", { queryString: "select 1", integrationPattern })],
  ["athena:stopQueryExecution", [REQUEST_RESPONSE], (scope) =>
    new tasks.AthenaStopQueryExecution(scope, "Task", { queryExecutionId: "id" })],
  ["athena:getQueryExecution", [REQUEST_RESPONSE], (scope) =>
    new tasks.AthenaGetQueryExecution(scope, "Task", { queryExecutionId: "id" })],
  ["athena:getQueryResults", [REQUEST_RESPONSE], (scope) =>
    new tasks.AthenaGetQueryResults(scope, "Task", { queryExecutionId: "id" })],
  ["batch:submitJob", [REQUEST_RESPONSE, RUN_JOB], (scope, integrationPattern) =>
    new tasks.BatchSubmitJob(scope, "Task", {
      jobName: "report", jobDefinitionArn: arn("batch", "job-definition/report:1"),
      jobQueueArn: arn("batch", "job-queue/fast"), integrationPattern,
    })],
  ["bedrock:invokeModel", [REQUEST_RESPONSE], (scope) =>
    new tasks.BedrockInvokeModel(scope, "Task", {
      model: bedrock.FoundationModel.fromFoundationModelId(scope, "Model", { modelId: "anthropic.claude-v2" }),
      body: object({ prompt: "hello" }),
      guardrail: tasks.Guardrail.enable("abcdefghijkl", 1),
    })],
  ["bedrock:invokeModel with objects", [REQUEST_RESPONSE], (scope) =>
    new tasks.BedrockInvokeModel(scope, "Task", {
      model: bedrock.FoundationModel.fromFoundationModelId(scope, "Model", { modelId: "anthropic.claude-v2" }),
      input: { s3Location: { bucketName: "models", objectKey: "in" } },
      output: { s3Location: { bucketName: "models", objectKey: "out" } },
    })],
  ["bedrock:createModelCustomizationJob", [REQUEST_RESPONSE, RUN_JOB], (scope, integrationPattern) =>
    new tasks.BedrockCreateModelCustomizationJob(scope, "Task", {
      baseModel: bedrock.FoundationModel.fromFoundationModelId(scope, "Model", { modelId: "anthropic.claude-v2" }),
      customModelName: "ours", jobName: "job", role: role(scope, "customize"),
      outputData: { bucket: s3.Bucket.fromBucketName(scope, "Out", "outputs"), path: "x" },
      trainingData: { bucket: s3.Bucket.fromBucketName(scope, "In", "training"), path: "x" },
      validationData: [{ bucket: s3.Bucket.fromBucketName(scope, "Check", "validation"), path: "x" }], integrationPattern,
    })],
  ["bedrock:createModelCustomizationJob with a key", [REQUEST_RESPONSE], (scope) =>
    new tasks.BedrockCreateModelCustomizationJob(scope, "Task", {
      baseModel: bedrock.FoundationModel.fromFoundationModelId(scope, "Model", { modelId: "anthropic.claude-v2" }),
      customModelName: "ours", jobName: "job", role: role(scope, "customize"), // It grants nothing for a key that is not its own.
      customModelKmsKey: new kms.Key(scope, "Key"),
      outputData: { bucket: s3.Bucket.fromBucketName(scope, "Out", "outputs"), path: "x" },
      trainingData: { bucket: s3.Bucket.fromBucketName(scope, "In", "training"), path: "x" },
      validationData: [{ bucket: s3.Bucket.fromBucketName(scope, "Check", "validation"), path: "x" }],
    })],
  ["codebuild:startBuild", [REQUEST_RESPONSE, RUN_JOB], (scope, integrationPattern) =>
    new tasks.CodeBuildStartBuild(scope, "Task", {
      project: codebuild.Project.fromProjectName(scope, "Project", "site"), integrationPattern,
    })],
  ["codebuild:startBuildBatch", [REQUEST_RESPONSE, RUN_JOB], (scope, integrationPattern) =>
    new tasks.CodeBuildStartBuildBatch(scope, "Task", {
      project: codebuild.Project.fromProjectName(scope, "Project", "site"), integrationPattern,
    })],
  ["databrew:startJobRun", [REQUEST_RESPONSE, RUN_JOB], (scope, integrationPattern) =>
    new tasks.GlueDataBrewStartJobRun(scope, "Task", { name: "clean", integrationPattern })],
  ["dynamodb:getItem", [REQUEST_RESPONSE], (scope) =>
    new tasks.DynamoGetItem(scope, "Task", { table: table(scope), key })],
  ["dynamodb:putItem", [REQUEST_RESPONSE], (scope) =>
    new tasks.DynamoPutItem(scope, "Task", { table: table(scope), item: key })],
  ["dynamodb:updateItem", [REQUEST_RESPONSE], (scope) =>
    new tasks.DynamoUpdateItem(scope, "Task", { table: table(scope), key })],
  ["dynamodb:deleteItem", [REQUEST_RESPONSE], (scope) =>
    new tasks.DynamoDeleteItem(scope, "Task", { table: table(scope), key })],
  ["ecs:runTask", [REQUEST_RESPONSE, RUN_JOB, WAIT_FOR_TASK_TOKEN], (scope, integrationPattern) => {
    const definition = new ecs.FargateTaskDefinition(scope, "Definition", {
      family: "report", taskRole: role(scope, "task"), executionRole: role(scope, "execution"),
    });
    const container = definition.addContainer("main", { image: ecs.ContainerImage.fromRegistry("image") });
    return new tasks.EcsRunTask(scope, "Task", {
      cluster: ecs.Cluster.fromClusterAttributes(scope, "Cluster", {
        clusterName: "main", clusterArn: arn("ecs", "cluster/main"),
        vpc: ec2.Vpc.fromVpcAttributes(scope, "Vpc", { vpcId: "vpc-1", availabilityZones: ["eu-west-1a"], privateSubnetIds: ["subnet-1"] }),
        securityGroups: [],
      }),
      taskDefinition: definition,
      launchTarget: new tasks.EcsFargateLaunchTarget(), integrationPattern,
      securityGroups: [ec2.SecurityGroup.fromSecurityGroupId(scope, "Group", "sg-1")],
      ...(integrationPattern === WAIT_FOR_TASK_TOKEN && {
        containerOverrides: [{ containerDefinition: container, environment: [{ name: "TOKEN", value: sfn.JsonPath.taskToken }] }],
      }),
    });
  }],
  ["eks:call", [REQUEST_RESPONSE], (scope) =>
    new tasks.EksCall(scope, "Task", {
      cluster: eks.Cluster.fromClusterAttributes(scope, "Cluster", {
        clusterName: "main", clusterEndpoint: "https://cluster", clusterCertificateAuthorityData: "data",
      }),
      httpMethod: tasks.HttpMethods.GET, httpPath: "/api",
    })],
  ["elasticmapreduce:createCluster", [REQUEST_RESPONSE, RUN_JOB], (scope, integrationPattern) =>
    new tasks.EmrCreateCluster(scope, "Task", {
      name: "crunch", instances: {}, clusterRole: role(scope, "nodes"), serviceRole: role(scope, "service"),
      autoScalingRole: role(scope, "scaling"), tags: { team: "data" }, integrationPattern,
    })],
  ["elasticmapreduce:setClusterTerminationProtection", [REQUEST_RESPONSE], (scope) =>
    new tasks.EmrSetClusterTerminationProtection(scope, "Task", { clusterId: "j-1", terminationProtected: true })],
  ["elasticmapreduce:terminateCluster", [REQUEST_RESPONSE, RUN_JOB], (scope, integrationPattern) =>
    new tasks.EmrTerminateCluster(scope, "Task", { clusterId: "j-1", integrationPattern })],
  ["elasticmapreduce:addStep", [REQUEST_RESPONSE, RUN_JOB], (scope, integrationPattern) =>
    new tasks.EmrAddStep(scope, "Task", { clusterId: "j-1", name: "step", jar: "s3://jars/a.jar", integrationPattern })],
  ["elasticmapreduce:cancelStep", [REQUEST_RESPONSE], (scope) =>
    new tasks.EmrCancelStep(scope, "Task", { clusterId: "j-1", stepId: "s-1" })],
  ["elasticmapreduce:modifyInstanceFleetByName", [REQUEST_RESPONSE], (scope) =>
    new tasks.EmrModifyInstanceFleetByName(scope, "Task", {
      clusterId: "j-1", instanceFleetName: "fleet", targetOnDemandCapacity: 1, targetSpotCapacity: 0,
    })],
  ["elasticmapreduce:modifyInstanceGroupByName", [REQUEST_RESPONSE], (scope) =>
    new tasks.EmrModifyInstanceGroupByName(scope, "Task", {
      clusterId: "j-1", instanceGroupName: "group", instanceGroup: { instanceCount: 1 },
    })],
  ["emr-containers:createVirtualCluster", [REQUEST_RESPONSE], (scope) =>
    new tasks.EmrContainersCreateVirtualCluster(scope, "Task", {
      virtualClusterName: "spark", eksCluster: tasks.EksClusterInput.fromTaskInput(text("main")),
    })],
  ["emr-containers:deleteVirtualCluster", [REQUEST_RESPONSE, RUN_JOB], (scope, integrationPattern) =>
    new tasks.EmrContainersDeleteVirtualCluster(scope, "Task", { virtualClusterId: text("vc"), integrationPattern })],
  ["emr-containers:startJobRun", [REQUEST_RESPONSE, RUN_JOB], (scope, integrationPattern) =>
    new tasks.EmrContainersStartJobRun(scope, "Task", {
      virtualCluster: tasks.VirtualClusterInput.fromVirtualClusterId("vc"), releaseLabel: tasks.ReleaseLabel.EMR_6_2_0,
      executionRole: role(scope, "job"), jobDriver: { sparkSubmitJobDriver: { entryPoint: text("main.py") } },
      integrationPattern,
    })],
  ["events:putEvents", [REQUEST_RESPONSE, WAIT_FOR_TASK_TOKEN], (scope, integrationPattern) =>
    new tasks.EventBridgePutEvents(scope, "Task", {
      entries: [{
        detail: object(integrationPattern === WAIT_FOR_TASK_TOKEN ? token : {}), detailType: "type", source: "source",
        eventBus: events.EventBus.fromEventBusArn(scope, "Bus", arn("events", "event-bus/orders")),
      }],
      integrationPattern,
    })],
  ["glue:startJobRun", [REQUEST_RESPONSE, RUN_JOB], (scope, integrationPattern) =>
    new tasks.GlueStartJobRun(scope, "Task", { glueJobName: "etl", integrationPattern })],
  ["http:invoke", [REQUEST_RESPONSE], (scope) =>
    new tasks.HttpInvoke(scope, "Task", {
      apiRoot: "https://api.example.com", apiEndpoint: text("orders"), method: text("GET"),
      connection: events.Connection.fromConnectionAttributes(scope, "Connection", {
        connectionName: "shop", connectionArn: arn("events", "connection/shop/0f4ee4c8"),
        connectionSecretArn: arn("secretsmanager", "secret:events!connection/shop/05b6a7f2-AbCdEf"),
      }),
    })],
  ["lambda:invoke", [REQUEST_RESPONSE, WAIT_FOR_TASK_TOKEN], (scope, integrationPattern) =>
    new tasks.LambdaInvoke(scope, "Task", {
      lambdaFunction: lambda.Function.fromFunctionArn(scope, "Function", arn("lambda", "function:bill")),
      integrationPattern, retryOnServiceExceptions: false,
      ...(integrationPattern === WAIT_FOR_TASK_TOKEN && { payload: object(token) }),
    })],
  ["mediaconvert:createJob", [REQUEST_RESPONSE, RUN_JOB], (scope, integrationPattern) =>
    new tasks.MediaConvertCreateJob(scope, "Task", {
      createJobRequest: { Role: `arn:aws:iam::${here.account}:role/media`, Settings: {} }, integrationPattern,
    })],
  ["sagemaker:createTrainingJob", [REQUEST_RESPONSE, RUN_JOB], (scope, integrationPattern) =>
    new tasks.SageMakerCreateTrainingJob(scope, "Task", {
      trainingJobName: "train", role: role(scope, "learn"),
      algorithmSpecification: { algorithmName: "blazingtext", trainingInputMode: tasks.InputMode.FILE },
      inputDataConfig: [{ channelName: "train", dataSource: { s3DataSource: { s3Location: tasks.S3Location.fromJsonExpression("$.s3") } } }],
      outputDataConfig: { s3OutputLocation: tasks.S3Location.fromJsonExpression("$.s3") }, integrationPattern,
    })],
  ["sagemaker:createTrainingJob with a key", [REQUEST_RESPONSE], (scope) =>
    new tasks.SageMakerCreateTrainingJob(scope, "Task", {
      trainingJobName: "train", role: role(scope, "learn"),
      algorithmSpecification: { algorithmName: "blazingtext", trainingInputMode: tasks.InputMode.FILE },
      inputDataConfig: [{ channelName: "train", dataSource: { s3DataSource: { s3Location: tasks.S3Location.fromJsonExpression("$.s3") } } }],
      outputDataConfig: { s3OutputLocation: tasks.S3Location.fromJsonExpression("$.s3") },
      resourceConfig: {
        instanceCount: 1, instanceType: ec2.InstanceType.of(ec2.InstanceClass.M5, ec2.InstanceSize.XLARGE),
        volumeSize: Size.gibibytes(10), volumeEncryptionKey: kmsKey(scope),
      },
    })],
  ["sagemaker:createTransformJob", [REQUEST_RESPONSE, RUN_JOB], (scope, integrationPattern) =>
    new tasks.SageMakerCreateTransformJob(scope, "Task", {
      transformJobName: "transform", modelName: "model", role: role(scope, "learn"),
      transformInput: { transformDataSource: { s3DataSource: { s3Uri: "s3://in/x", s3DataType: tasks.S3DataType.S3_PREFIX } } },
      transformOutput: { s3OutputPath: "s3://out/x" }, integrationPattern,
    })],
  ["sagemaker:createModel", [REQUEST_RESPONSE], (scope) =>
    new tasks.SageMakerCreateModel(scope, "Task", {
      modelName: "model", role: role(scope, "learn"),
      primaryContainer: new tasks.ContainerDefinition({ image: tasks.DockerImage.fromRegistry("image"), mode: tasks.Mode.SINGLE_MODEL }),
    })],
  ["sagemaker:createEndpointConfig", [REQUEST_RESPONSE], (scope) =>
    new tasks.SageMakerCreateEndpointConfig(scope, "Task", {
      endpointConfigName: "config", productionVariants: [{
        initialInstanceCount: 1, variantName: "v", modelName: "model",
        instanceType: ec2.InstanceType.of(ec2.InstanceClass.M5, ec2.InstanceSize.XLARGE),
      }],
    })],
  ["sagemaker:createEndpointConfig with a key", [REQUEST_RESPONSE], (scope) =>
    new tasks.SageMakerCreateEndpointConfig(scope, "Task", {
      endpointConfigName: "config", kmsKey: kmsKey(scope), productionVariants: [{
        initialInstanceCount: 1, variantName: "v", modelName: "model",
        instanceType: ec2.InstanceType.of(ec2.InstanceClass.M5, ec2.InstanceSize.XLARGE),
      }],
    })],
  ["sagemaker:createEndpoint", [REQUEST_RESPONSE], (scope) =>
    new tasks.SageMakerCreateEndpoint(scope, "Task", { endpointName: "endpoint", endpointConfigName: "config" })],
  ["sagemaker:updateEndpoint", [REQUEST_RESPONSE], (scope) =>
    new tasks.SageMakerUpdateEndpoint(scope, "Task", { endpointName: "endpoint", endpointConfigName: "config" })],
  ["sns:publish", [REQUEST_RESPONSE, WAIT_FOR_TASK_TOKEN], (scope, integrationPattern) =>
    new tasks.SnsPublish(scope, "Task", {
      topic: sns.Topic.fromTopicArn(scope, "Topic", arn("sns", "news")), integrationPattern,
      message: integrationPattern === WAIT_FOR_TASK_TOKEN ? object(token) : text("hello"),
    })],
  ["sqs:sendMessage", [REQUEST_RESPONSE, WAIT_FOR_TASK_TOKEN], (scope, integrationPattern) =>
    new tasks.SqsSendMessage(scope, "Task", {
      queue: sqs.Queue.fromQueueArn(scope, "Queue", arn("sqs", "jobs")), integrationPattern,
      messageBody: integrationPattern === WAIT_FOR_TASK_TOKEN ? object(token) : text("hello"),
    })],
  ["sqs:sendMessage to a queue with a key", [REQUEST_RESPONSE], (scope) =>
    new tasks.SqsSendMessage(scope, "Task", {
      queue: sqs.Queue.fromQueueAttributes(scope, "Queue", { queueArn: arn("sqs", "jobs"), keyArn: arn("kms", "key/1") }),
      messageBody: text("hello"),
    })],
  ["states:startExecution", [REQUEST_RESPONSE, RUN_JOB, WAIT_FOR_TASK_TOKEN], (scope, integrationPattern) =>
    new tasks.StepFunctionsStartExecution(scope, "Task", {
      stateMachine: machine(scope), integrationPattern,
      ...(integrationPattern === WAIT_FOR_TASK_TOKEN && { input: object(token) }),
    })],
  ["an activity", [REQUEST_RESPONSE], (scope) =>
    new tasks.StepFunctionsInvokeActivity(scope, "Task", {
      activity: sfn.Activity.fromActivityArn(scope, "Activity", arn("states", "activity:people")),
    })],
  ["aws-sdk:s3:getObject", [REQUEST_RESPONSE], (scope) =>
    new tasks.CallAwsService(scope, "Task", {
      service: "s3", action: "getObject", parameters: { Bucket: "files", Key: "a/b.json" },
      iamResources: ["arn:aws:s3:::files/a/b.json"],
    })],
  ["aws-sdk:scheduler:createSchedule", [REQUEST_RESPONSE], (scope) =>
    new tasks.EventBridgeSchedulerCreateScheduleTask(scope, "Task", {
      scheduleName: "nightly", schedule: tasks.Schedule.rate(Duration.days(1)),
      target: new tasks.EventBridgeSchedulerTarget({ arn: arn("sqs", "jobs"), role: role(scope, "scheduler") }),
    })],
  ["aws-sdk:glue:startCrawler", [REQUEST_RESPONSE], (scope) =>
    new tasks.GlueStartCrawlerRun(scope, "Task", { crawlerName: "spider" })],
  ["a distributed Map", [REQUEST_RESPONSE], (scope) =>
    new sfn.DistributedMap(scope, "Task", {
      itemReader: new sfn.S3JsonItemReader({ bucket: s3.Bucket.fromBucketName(scope, "In", "items"), key: "in.json" }),
      resultWriterV2: new sfn.ResultWriterV2({ bucket: s3.Bucket.fromBucketName(scope, "Out", "results"), prefix: "run" }),
    }).itemProcessor(new sfn.Pass(scope, "Item"))],
  ["a distributed Map over a bucket", [REQUEST_RESPONSE], (scope) =>
    new sfn.DistributedMap(scope, "Task", {
      itemReader: new sfn.S3ObjectsItemReader({ bucket: s3.Bucket.fromBucketName(scope, "In", "items"), prefix: "in" }),
    }).itemProcessor(new sfn.Pass(scope, "Item"))],
  ["a distributed Map in a branch", [REQUEST_RESPONSE], (scope) =>
    new sfn.Parallel(scope, "Task").branch(
      new sfn.DistributedMap(scope, "Inner", {}).itemProcessor(new sfn.Pass(scope, "Item")))],
];

export const machines = all.flatMap(([name, patterns, make]) =>
  patterns.map((pattern) => ({ name: name + suffixes[pattern], make: (scope) => make(scope, pattern) })));
export { arn, here };
