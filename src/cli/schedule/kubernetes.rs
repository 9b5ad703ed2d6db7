//! A CronJob of Kubernetes, with the volume that keeps earlier scans.

use std::fmt::Write;

use super::{Unit, comment};
use crate::cli::quoting::in_yaml;

/// Where the volume is mounted.
const STATE: &str = "/var/lib/posture-scan";

/// The manifest; `image` has `scan` on its path.
pub(super) fn manifest(unit: &Unit, image: &str) -> String {
    let name = unit.name();
    let head = comment(&[
        &format!("{name}.yaml: kubectl apply -f {name}.yaml"),
        "The service account gets its credentials from EKS Pod Identity or from a role of its own (IRSA): put its ARN in.",
        "The daily and the weekly scan share the volume and the account, so that they know of each other.",
    ]);
    let arguments = unit.options.iter().fold(String::new(), |mut text, option| {
        let _ = write!(text, "\n                - {}", in_yaml(option));
        text
    });
    format!(
        "{head}apiVersion: v1
kind: ServiceAccount
metadata:
  name: posture-scan
  annotations:
    eks.amazonaws.com/role-arn: arn:aws:iam::111122223333:role/posture-scan
---
apiVersion: v1
kind: PersistentVolumeClaim
metadata:
  name: posture-scan
spec:
  accessModes: [ReadWriteOnce]
  resources:
    requests:
      storage: 1Gi
---
apiVersion: batch/v1
kind: CronJob
metadata:
  name: {name}
spec:
  schedule: \"{cron}\"
  concurrencyPolicy: Forbid
  startingDeadlineSeconds: 3600
  jobTemplate:
    spec:
      backoffLimit: 0
      activeDeadlineSeconds: 3600
      template:
        spec:
          serviceAccountName: posture-scan
          restartPolicy: Never
          securityContext:
            runAsNonRoot: true
            runAsUser: 65532
            fsGroup: 65532
            seccompProfile:
              type: RuntimeDefault
          containers:
            - name: scan
              image: {image}
              command: [\"scan\"]
              args:{arguments}
              env:
                - name: POSTURE_SCAN_STATE_DIR
                  value: {STATE}/state
              resources:
                requests:
                  cpu: 100m
                  memory: 128Mi
                limits:
                  memory: 512Mi
              securityContext:
                allowPrivilegeEscalation: false
                readOnlyRootFilesystem: true
                capabilities:
                  drop: [ALL]
              volumeMounts:
                - name: state
                  mountPath: {STATE}
          volumes:
            - name: state
              persistentVolumeClaim:
                claimName: posture-scan
",
        cron = unit.cadence.cron(),
        image = in_yaml(image),
    )
}
